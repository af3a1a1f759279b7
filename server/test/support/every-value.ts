import type { Kysely } from 'kysely';
import type { Schema } from '../../src/database/schema.js';

/** Every value of every table, as text that can be searched; bytes in hexadecimal. */
export async function everyValue(db: Kysely<Schema>): Promise<Map<string, string>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter(name => !name.startsWith('kysely'));
  const dumps = tables.map(async name => {
    const rows = await db
      .selectFrom(name as 'acceptance')
      .selectAll()
      .execute();
    const text = JSON.stringify(rows, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    );
    // A Buffer says what it is before the function above sees it.
    const bytes = text.replace(/\{"type":"Buffer","data":\[([\d,]*)\]\}/g, (_all, list: string) =>
      JSON.stringify(Buffer.from(list.split(',').map(Number)).toString('hex')),
    );
    return [name, bytes] as const;
  });
  return new Map(await Promise.all(dumps));
}
