import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { LostParticipation } from './lost-participation.js';
import type { BallotContent, Content } from './schema.js';

/**
 * Votes that an import would take the ground from: their ballot goes, or asks something else than what people voted on. Its title, its
 * texts about itself, its closing and who may vote can change.
 */
export async function lostVotes(transaction: Transaction<Schema>, { ballots = [] }: Content): Promise<LostParticipation[]> {
  const cast = await transaction
    .selectFrom('vote_box')
    .innerJoin('ballot_secret', 'ballot_secret.ballot_id', 'vote_box.ballot_id')
    .select(({ fn }) => ['vote_box.ballot_id', 'ballot_secret.process_id', fn.countAll<number>().as('count')])
    .groupBy(['vote_box.ballot_id', 'ballot_secret.process_id'])
    .orderBy('vote_box.ballot_id')
    .execute();
  const rows = await transaction.selectFrom('content').select(['id', 'body']).where('kind', '=', 'ballot').execute();
  return cast.flatMap(({ ballot_id: ballot, process_id: process, count }) => {
    const before = rows.find(({ id }) => id === ballot)?.body as unknown as BallotContent | undefined;
    const after = ballots.find(({ id }) => id === ballot);
    const votes = `votes: ${String(count)}`;
    if (!after) return [{ about: `the ballot '${ballot}' is gone; ${votes}`, process, ballot }];
    if (!before || isDeepStrictEqual(asked(before), asked(after))) return [];
    return [{ about: `the ballot '${ballot}' asks something else than what people voted on; ${votes}`, process, ballot }];
  });
}

/** What a vote is on. In the form in which the database has it. */
const asked = ({ version, questions, secrecy, process }: BallotContent): unknown =>
  JSON.parse(JSON.stringify({ version, questions, secrecy, process }));
