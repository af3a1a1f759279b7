import type { Kysely } from 'kysely';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';

/** For how long a file waits for what it belongs to, in milliseconds: as long as a draft and its sign-in can take, and no longer. */
const waits = 24 * 60 * 60 * 1000;

/** Files that go in one transaction. */
const batch = 50;

/** What belongs to nobody is served to nobody, and is older than anything that waits. */
const gone = { reference: null, sender: Buffer.alloc(0), name: '', at: new Date(0) };

/**
 * Takes files away from their observations at once; their bytes go with the next sweep, so that a store that cannot be reached keeps
 * nobody from erasing.
 *
 * @param references - Numbers of the observations.
 */
export async function letGo(db: Kysely<Schema>, references: readonly string[]): Promise<void> {
  if (references.length === 0) return;
  await db
    .updateTable('attachment')
    .set(gone)
    .where('reference', 'in', [...references])
    .execute();
}

/** The same for files of one observation that its author took out of it. */
export async function letGoOthers(
  db: Kysely<Schema>,
  { process, reference, kept }: { process: string; reference: string; kept: readonly string[] },
): Promise<void> {
  await db
    .updateTable('attachment')
    .set(gone)
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .where('id', 'not in', ['', ...kept])
    .execute();
}

/** The same for what somebody left and did not send. */
export async function letGoUnsent(db: Kysely<Schema>, senders: readonly Uint8Array[]): Promise<void> {
  if (senders.length === 0) return;
  await db
    .updateTable('attachment')
    .set(gone)
    .where('sender', 'in', [...senders])
    .where('reference', 'is', null)
    .execute();
}

/** The same for all of a process. */
export async function letGoAll(db: Kysely<Schema>, process: string): Promise<void> {
  await db.updateTable('attachment').set(gone).where('process_id', '=', process).execute();
}

/**
 * Deletes files that belong to nothing: those that were let go, and those whose observation was never sent.
 *
 * @returns How many.
 */
export async function sweepFiles({ database, files, now }: Pick<City, 'database' | 'files' | 'now'>): Promise<number> {
  const before = new Date(now().getTime() - waits);
  for (let deleted = 0; ;) {
    const some = await database.db.transaction().execute(async transaction => {
      const rows = await transaction
        .deleteFrom('attachment')
        .where('id', 'in', query =>
          query
            .selectFrom('attachment')
            .select('id')
            .where('reference', 'is', null)
            .where('at', '<=', before)
            .limit(batch)
            .forUpdate()
            .skipLocked(),
        )
        .returning('id')
        .execute();
      // Before the rows are gone for good: a file that cannot be deleted now is found again.
      for (const { id } of rows) await files.delete(id);
      return rows.length;
    });
    deleted += some;
    if (some < batch) return deleted;
  }
}
