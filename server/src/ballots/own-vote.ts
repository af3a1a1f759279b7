import type { OwnVote } from '../../../src/model/own-vote.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import type { Visitor } from '../sign-in/visitor.js';
import { ballotSecret } from './ballot-secret.js';
import { placeInBox, tokenFor, voterIn } from './credential.js';
import { asRole } from './roles.js';
import { findBallot, votingEntitlement } from './speak-ballot.js';

/**
 * What somebody may do in a ballot, and whether they voted. While the ballot is open that is found through the key which joins roll and
 * box; after the closing the roll says it.
 *
 * @throws Problem `not-found`.
 */
export async function ownVote(city: City, id: string, visitor: Visitor, languages: Languages): Promise<OwnVote> {
  const found = await findBallot(city, id);
  const verification = await votingEntitlement(city, found, visitor, languages);
  return { verification, voted: (await hasVoted(city, id, visitor)) ? 'yes' : 'no' };
}

export async function hasVoted(city: City, id: string, visitor: Visitor): Promise<boolean> {
  const { keys, database } = city;
  const voter = voterIn(keys, id, visitor);
  const { linkKey } = await ballotSecret(city, (await findBallot(city, id)).content);
  if (!linkKey) {
    const row = await asRole(database.db, 'portico_roll', transaction =>
      transaction
        .selectFrom('voter_roll')
        .select('voted')
        .where('ballot_id', '=', id)
        .where('voter', '=', voter)
        .executeTakeFirst(),
    );
    return row?.voted === true;
  }
  const token = placeInBox(tokenFor(linkKey, voter));
  const row = await asRole(database.db, 'portico_box', transaction =>
    transaction.selectFrom('vote_box').select('leaf').where('ballot_id', '=', id).where('token', '=', token).executeTakeFirst(),
  );
  return row !== undefined;
}
