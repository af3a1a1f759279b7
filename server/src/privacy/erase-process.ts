import { sql, type Kysely } from 'kysely';
import { letGoAll } from '../attachments/let-go.js';
import { deleteAll } from '../database/delete-all.js';
import type { Schema } from '../database/schema.js';

/** Rows that go in one statement: few enough that nobody waits for it. */
const batch = 2000;

/** Tables with what belongs to observations; these last, so that what was begun is found again. */
const tables = ['observation_like', 'comment', 'report', 'moderation', 'response', 'observation_event', 'observation'] as const;

/**
 * Erases all observations of a process with everything around them. What the log holds stays, and says nothing; the numbers that were given
 * are not given again.
 *
 * @returns How many observations and comments.
 */
export async function eraseObservationsOf(
  db: Kysely<Schema>,
  process: string,
): Promise<{ observations: number; comments: number }> {
  await letGoAll(db, process);
  const gone = { observations: 0, comments: 0 };
  for (const table of tables) {
    const count = await deleteAll(() =>
      db
        .deleteFrom(table)
        .where('process_id', '=', process)
        .where(
          // Their keys differ; every row has a place.
          sql<boolean>`ctid in (select ctid from ${sql.table(table)} where process_id = ${process} limit ${batch})`,
        )
        .executeTakeFirst(),
    );
    if (table === 'comment') gone.comments = count;
    if (table === 'observation') gone.observations = count;
  }
  return gone;
}
