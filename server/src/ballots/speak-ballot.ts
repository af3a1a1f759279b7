import * as v from 'valibot';
import { ballotRulesSchema, ballotStatus, type Ballot, type BallotRules } from '../../../src/model/ballot.js';
import { eligibilitySchema, verificationFor } from '../../../src/model/eligibility.js';
import type { Verification } from '../../../src/model/session.js';
import { dayIn } from '../../../src/model/time.js';
import { inLanguage } from '../../../src/model/translations.js';
import type { City } from '../city.js';
import type { BallotContent, ProcessContent } from '../content/schema.js';
import { eligibilityOf, speakProcess, type Languages } from '../content/speak.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { ballotSecret } from './ballot-secret.js';

/** What the city wrote of a ballot and of its process. */
export interface FoundBallot {
  readonly content: BallotContent;
  readonly process: ProcessContent;
}

/** @throws Problem `not-found`. */
export async function findBallot({ content: store }: Pick<City, 'content'>, id: string): Promise<FoundBallot> {
  const content = await store.ballot(id);
  const process = content && (await store.process(content.process));
  if (!process) throw new Problem('not-found');
  return { content, process };
}

/** The rules of a ballot; the words in them are in one language. */
export function rulesOf({ content }: FoundBallot, { locale, fallback }: Languages): BallotRules {
  return v.parse(ballotRulesSchema, inLanguage(content, locale, fallback));
}

/** A ballot in one language. */
export async function speakBallot(city: City, found: FoundBallot, languages: Languages & { asOf: string }): Promise<Ballot> {
  const { content, process } = found;
  const rules = rulesOf(found, languages);
  const status = await statusOf(city, rules, languages.asOf);
  const { seed, seedCommitment } = await ballotSecret(city, content);
  return {
    ...rules,
    eligibility: await whoMayVote(city, found, languages),
    process: speakProcess(process, languages),
    status: { value: status },
    seedCommitment,
    ...(['counting', 'counted'].includes(status) && { seed }),
    asOf: languages.asOf,
  };
}

/** Where a ballot stands. */
export async function statusOf(
  { database: { db } }: Pick<City, 'database'>,
  rules: Pick<BallotRules, 'id' | 'opens' | 'closes'>,
  now: string,
): Promise<'not-yet-open' | 'open' | 'counting' | 'counted'> {
  const status = ballotStatus(rules, now);
  if (status !== 'counting') return status;
  const counted = await db.selectFrom('ballot_result').select('at').where('ballot_id', '=', rules.id).executeTakeFirst();
  return counted ? 'counted' : 'counting';
}

async function whoMayVote(
  { content: store }: Pick<City, 'content'>,
  { content, process }: FoundBallot,
  languages: Languages,
): Promise<Ballot['eligibility']> {
  if (!content.eligibility) return eligibilityOf(process, await store.pactsOf(process.id), languages);
  return v.parse(eligibilitySchema, inLanguage(content.eligibility, languages.locale, languages.fallback));
}

/** Whether somebody may vote today, and why not. */
export async function votingEntitlement(
  city: City,
  found: FoundBallot,
  visitor: Visitor,
  languages: Languages,
): Promise<Verification> {
  const eligibility = await whoMayVote(city, found, languages);
  const verification = verificationFor(eligibility, visitor.person, dayIn(city.now(), found.process.timeZone));
  const waiting = ['missing', 'pending'].includes(verification.status.value);
  return waiting ? { ...verification, url: new URL('/you', city.settings.url).href } : verification;
}
