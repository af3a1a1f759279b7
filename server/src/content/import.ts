import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Content } from './schema.js';

/** Puts content in the place of what was published before: all of it or, when anything fails, nothing. */
export async function importContent(db: Kysely<Schema>, content: Content, now: Date): Promise<void> {
  const rows = [
    ...content.processes.map((body, position) => ({ kind: 'process', id: body.id, position, body: JSON.stringify(body) })),
    ...content.pacts.map((body, position) => ({ kind: 'pact', id: body.id, position, body: JSON.stringify(body) })),
  ];
  await db.transaction().execute(async transaction => {
    await transaction.deleteFrom('content').execute();
    for (const row of rows) await transaction.insertInto('content').values(row).execute();
    await transaction
      .insertInto('content_revision')
      .values({ name: 'content', revision: 1, changed_at: now })
      .onConflict(conflict =>
        conflict.column('name').doUpdateSet(old => ({ revision: old('content_revision.revision', '+', 1), changed_at: now })),
      )
      .execute();
  });
}
