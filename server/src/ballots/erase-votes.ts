import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';

/**
 * Erases who voted in the ballots of a process, and the votes with what opens their commitments. What was counted stays: it says nothing of
 * anybody. Entries of the log stay too, and say nothing any more.
 *
 * @param ballots - Left out: all of the process.
 * @returns How many votes.
 */
export async function eraseVotesOf(db: Kysely<Schema>, process: string, ballots?: readonly string[]): Promise<number> {
  const known = await db.selectFrom('ballot_secret').select('ballot_id').where('process_id', '=', process).execute();
  const ids = known.map(({ ballot_id }) => ballot_id).filter(id => ballots?.includes(id) ?? true);
  if (ids.length === 0) return 0;
  await db.deleteFrom('voter_roll').where('ballot_id', 'in', ids).execute();
  const { numDeletedRows } = await db.deleteFrom('vote_box').where('ballot_id', 'in', ids).executeTakeFirst();
  return Number(numDeletedRows);
}
