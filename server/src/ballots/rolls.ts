import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';
import { voterIn } from './credential.js';

/** The ballots on whose roll somebody is. */
export async function rollsOf(
  db: Kysely<Schema>,
  keys: Keys,
  visitor: Pick<Visitor, 'identity'>,
): Promise<{ ballot: string; process: string; voter: Buffer }[]> {
  const ballots = await db.selectFrom('ballot_secret').select(['ballot_id', 'process_id']).execute();
  const mine = ballots.map(({ ballot_id: ballot, process_id: process }) => ({
    ballot,
    process,
    voter: voterIn(keys, ballot, visitor),
  }));
  if (mine.length === 0) return [];
  const voters = mine.map(({ voter }) => voter);
  const rows = await db.selectFrom('voter_roll').select('ballot_id').where('voter', 'in', voters).execute();
  const on = new Set(rows.map(({ ballot_id }) => ballot_id));
  return mine.filter(({ ballot }) => on.has(ballot));
}

/** Takes somebody off all rolls. Their votes stay: nothing says whose they are, and whoever signs in again has the same one vote. */
export async function takeOffRolls(
  transaction: Transaction<Schema>,
  keys: Keys,
  visitor: Pick<Visitor, 'identity'>,
): Promise<void> {
  for (const { ballot, voter } of await rollsOf(transaction, keys, visitor)) {
    await transaction.deleteFrom('voter_roll').where('ballot_id', '=', ballot).where('voter', '=', voter).execute();
  }
}
