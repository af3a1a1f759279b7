import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { voteDraftSchema, type VoteCredential } from '../../../src/model/vote-receipt.js';
import type { City } from '../city.js';
import { Problem } from '../problems/problem.js';
import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';
import { ballotSecret } from './ballot-secret.js';
import { asRole } from './roles.js';
import { findBallot, rulesOf, statusOf, votingEntitlement } from './speak-ballot.js';

/** Who somebody is on the roll of one ballot; of no relation to the same person anywhere else. */
export const voterIn = (keys: Keys, ballot: string, { identity }: Pick<Visitor, 'identity'>): Buffer =>
  keys.pseudonym(`ballot:${ballot}`, identity);

/** What stands for a voter in the box. Without the key nobody gets from one to the other. */
export const tokenFor = (linkKey: Uint8Array, voter: Uint8Array): Buffer => createHmac('sha256', linkKey).update(voter).digest();

/** Under what a vote lies in the box: not the token itself, so that who reads the database cannot change a vote. */
export const placeInBox = (token: Uint8Array): Buffer => createHash('sha256').update(token).digest();

const proofFor = (keys: Keys, ballot: string, token: string): Buffer => keys.pseudonym(`credential:${ballot}`, token);

/** Whether this server gave the credential out. It asks neither the roll nor who is signed in. */
export function isOurs(keys: Keys, { ballot, token, proof }: VoteCredential): boolean {
  const [given, right] = [Buffer.from(proof, 'base64'), proofFor(keys, ballot, token)];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** What stands for whoever sends a vote, in counts of requests; nothing where the credential is none of ours. */
export function voterOf(keys: Keys, body: unknown): string | undefined {
  const { success, output } = v.safeParse(
    voteDraftSchema.entries.credential,
    (body as { credential?: unknown } | null)?.credential,
  );
  return success && isOurs(keys, output) ? placeInBox(Buffer.from(output.token, 'base64')).toString('base64') : undefined;
}

/**
 * Writes a person on the roll and gives them what a vote is cast with. Asked for again it is the same: nobody has two, and who signs in
 * again can change their vote.
 *
 * @throws Problem `not-found`, `not-asked` when the ballot is not open, `not-entitled`.
 */
export async function giveCredential(city: City, id: string, visitor: Visitor): Promise<VoteCredential> {
  const { keys, settings, now, database } = city;
  const found = await findBallot(city, id);
  const languages = { locale: settings.locale, fallback: settings.locale };
  const status = await statusOf(city, rulesOf(found, languages), now().toISOString());
  if (status !== 'open') throw new Problem('not-asked');
  const { status: verification } = await votingEntitlement(city, found, visitor, languages);
  if (verification.value !== 'granted') throw new Problem('not-entitled');
  const { linkKey } = await ballotSecret(city, found.content);
  if (!linkKey) throw new Problem('not-asked');
  const voter = voterIn(keys, id, visitor);
  await asRole(database.db, 'portico_roll', transaction =>
    transaction
      .insertInto('voter_roll')
      .values({ ballot_id: id, voter, voted: null })
      .onConflict(conflict => conflict.columns(['ballot_id', 'voter']).doNothing())
      .execute(),
  );
  const token = tokenFor(linkKey, voter).toString('base64');
  return { ballot: id, token, proof: proofFor(keys, id, token).toString('base64') };
}
