import type { Kysely } from 'kysely';
import type { LogNode, ReadNodes } from '../../../src/model/log/subtree.js';
import type { Schema } from '../database/schema.js';

/** Rows that are written with one statement. */
const batch = 1000;

/** Reads kept subtrees of a process's log, all that one proof needs at once. */
export const readNodes =
  (db: Kysely<Schema>, process: string): ReadNodes =>
  async places => {
    const rows = await db
      .selectFrom('log_node')
      .select(['level', 'position', 'hash'])
      .where('process_id', '=', process)
      .where(build =>
        build.or(places.map(({ level, index }) => build.and([build('level', '=', level), build('position', '=', index)]))),
      )
      .execute();
    const found = new Map(
      rows.map(({ level, position, hash }) => [`${String(level)} ${String(position)}`, new Uint8Array(hash)]),
    );
    return places.flatMap(({ level, index }) => found.get(`${String(level)} ${String(index)}`) ?? []);
  };

export async function writeNodes(db: Kysely<Schema>, process: string, nodes: readonly LogNode[]): Promise<void> {
  const rows = nodes.map(({ level, index, hash }) => ({ process_id: process, level, position: index, hash: Buffer.from(hash) }));
  for (let start = 0; start < rows.length; start += batch) {
    await db
      .insertInto('log_node')
      .values(rows.slice(start, start + batch))
      .execute();
  }
}
