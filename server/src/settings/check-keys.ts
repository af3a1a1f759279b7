import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from './keys.js';
import { SettingsError } from './settings.js';

/** Whether a database was used with some secret before. */
export const wasUsed = async (db: Kysely<Schema>): Promise<boolean> =>
  (await db.selectFrom('mark').select('name').where('name', '=', 'key').executeTakeFirst()) !== undefined;

/**
 * Makes sure that the secret is the one that this database was used with from the beginning. With another one nobody would be
 * recognised, and everybody could take part a second time.
 *
 * @throws SettingsError when it is another one.
 */
export async function checkKeys(db: Kysely<Schema>, keys: Keys): Promise<void> {
  await db
    .insertInto('mark')
    .values({ name: 'key', value: keys.check })
    .onConflict(conflict => conflict.column('name').doNothing())
    .execute();
  const { value } = await db.selectFrom('mark').select('value').where('name', '=', 'key').executeTakeFirstOrThrow();
  if (keys.check.equals(value)) return;
  throw new SettingsError([
    'PORTICO_KEY: is not the secret that this database was used with. With another one everybody could take part a second time, so the server does not start. Look for the right one in your backups (embedded database: the file portico.key in the data folder).',
  ]);
}
