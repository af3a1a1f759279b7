import { createHash, randomBytes } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { toBase64 } from '../../../src/model/log/base64.js';
import { canonicalJson } from '../../../src/model/log/canonical-json.js';
import { commitment, saltLength } from '../../../src/model/log/commitment.js';
import { inclusionPath } from '../../../src/model/log/inclusion.js';
import { problemsOf } from '../../../src/model/vote-check.js';
import type { Vote } from '../../../src/model/vote.js';
import type { VoteDraft, VoteReceipt } from '../../../src/model/vote-receipt.js';
import type { BallotRules } from '../../../src/model/ballot.js';
import type { City } from '../city.js';
import type { Schema, VoteBoxTable } from '../database/schema.js';
import { appendToLog, waitForLog } from '../log/append.js';
import { headOf } from '../log/head.js';
import { readNodes } from '../log/nodes.js';
import { Problem } from '../problems/problem.js';
import { logOfBallot } from './ballot-log.js';
import { isOurs, placeInBox } from './credential.js';
import { asRole } from './roles.js';
import { findBallot, rulesOf } from './speak-ballot.js';

/**
 * Puts a vote into the box, or another one in the place of the same voter's. It is a request of its own, which says nothing of who is
 * signed in. A key that comes again gets a receipt for the vote that it brought.
 *
 * @param key - `Idempotency-Key`. It belongs to the credential.
 * @throws Problem `not-found`, `not-entitled` for a credential that was not given out, `not-asked` outside the time of voting,
 *   `text-changed` for another version of the ballot, `invalid-fields`, `already-voted` where votes cannot be changed.
 */
export async function castVote(city: City, id: string, { vote, credential }: VoteDraft, key: string): Promise<VoteReceipt> {
  const { database, keys, settings, now } = city;
  const found = await findBallot(city, id);
  if (vote.ballot !== id || credential.ballot !== id || !isOurs(keys, credential)) throw new Problem('not-entitled');
  const rules = rulesOf(found, { locale: settings.locale, fallback: settings.locale });
  const { version, answers } = vote;
  const token = placeInBox(Buffer.from(credential.token, 'base64'));
  const fingerprint = createHash('sha256').update(canonicalJson(vote)).digest();
  return asRole(database.db, 'portico_box', async transaction => {
    // One after the other, as the log takes them: two windows and two clicks of one voter too.
    await waitForLog(transaction, logOfBallot(id));
    const before = await transaction
      .selectFrom('vote_box')
      .selectAll()
      .where('ballot_id', '=', id)
      .where('token', '=', token)
      .executeTakeFirst();
    if (before?.key === key) {
      if (!fingerprint.equals(before.fingerprint)) throw new Problem('idempotency-key-reused');
      return receiptOf(city, transaction, before);
    }
    // Whoever waited for the log may have waited past the closing.
    mustBeOpen(rules, now());
    refuseFaults(rules, vote);
    if (before && !rules.changeable) throw new Problem('already-voted');
    const salt = randomBytes(saltLength);
    const committed = await commitment(salt, { ballot: id, version, answers });
    const hour = hourOf(now());
    const { first: leaf } = await appendToLog(city, transaction, {
      process: logOfBallot(id),
      commitments: [committed],
      at: hour,
    });
    const row = {
      ballot_id: id,
      token,
      version,
      answers: JSON.stringify(answers),
      salt,
      commitment: Buffer.from(committed),
      leaf,
      hour,
      key,
      fingerprint,
    };
    await transaction
      .insertInto('vote_box')
      .values(row)
      .onConflict(conflict => conflict.columns(['ballot_id', 'token']).doUpdateSet(row))
      .execute();
    return receiptOf(city, transaction, row);
  });
}

/** No receipt and no log tells the minute. */
const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);

function mustBeOpen({ opens, closes }: Pick<BallotRules, 'opens' | 'closes'>, now: Date): void {
  if (now.getTime() < Date.parse(opens) || now.getTime() >= Date.parse(closes)) throw new Problem('not-asked');
}

function refuseFaults(rules: BallotRules, vote: Vote): void {
  const problems = problemsOf(rules, vote);
  if (problems.some(({ fault }) => fault === 'stale-version')) throw new Problem('text-changed');
  if (problems.length === 0) return;
  throw new Problem('invalid-fields', {
    fields: problems.map(({ fault, question, option }) => ({
      pointer: `/vote/answers/${[question, option].filter(part => part !== undefined).join('/')}`,
      detail: fault,
    })),
  });
}

/** The receipt of a vote, with a proof against the newest head. */
async function receiptOf(
  city: City,
  transaction: Transaction<Schema>,
  {
    ballot_id: ballot,
    commitment: committed,
    leaf,
    hour,
  }: Pick<Selectable<VoteBoxTable>, 'ballot_id' | 'commitment' | 'leaf' | 'hour'>,
): Promise<VoteReceipt> {
  const log = logOfBallot(ballot);
  const head = await headOf(city, transaction, log);
  const path = await inclusionPath(leaf, head.size, readNodes(transaction, log));
  return {
    ballot,
    hour: hour.toISOString(),
    commitment: toBase64(new Uint8Array(committed)),
    index: leaf,
    head,
    path: path.map(toBase64),
  };
}
