import type { BallotResults, PublishedVotes } from '../../../src/model/ballot-results.js';
import { grouped, plainAnswer } from '../../../src/model/vote-counting.js';
import type { Answer } from '../../../src/model/vote.js';
import type { CountedVotes } from '../../../src/model/vote-receipt.js';
import type { City } from '../city.js';
import { headOf } from '../log/head.js';
import { Problem } from '../problems/problem.js';
import { logOfBallot } from './ballot-log.js';
import { countBox } from './count-box.js';
import { readBox } from './read-box.js';
import { findBallot, rulesOf, statusOf } from './speak-ballot.js';

/**
 * What came of a ballot: as it was counted at the closing, or as it stands now, where the ballot shows that.
 *
 * @throws Problem `not-found` while there is nothing to be seen.
 */
export async function resultsFor(city: City, id: string, who: 'everybody' | 'voter'): Promise<BallotResults> {
  const { database, settings, now } = city;
  const found = await findBallot(city, id);
  const kept = await database.db.selectFrom('ballot_result').select('results').where('ballot_id', '=', id).executeTakeFirst();
  if (kept) return kept.results as BallotResults;
  const rules = rulesOf(found, { locale: settings.locale, fallback: settings.locale });
  const shown = rules.results.value === 'while-open' || (rules.results.value === 'for-voters' && who === 'voter');
  if (!shown || (await statusOf(city, rules, now().toISOString())) !== 'open') throw new Problem('not-found');
  return countBox(city, found, { final: false });
}

/** @throws Problem `not-found` until the ballot is counted, and where it does not publish votes. */
export async function publishedVotes(city: City, id: string): Promise<PublishedVotes> {
  const { settings, now } = city;
  const rules = rulesOf(await findBallot(city, id), { locale: settings.locale, fallback: settings.locale });
  if (!rules.publishesVotes || (await statusOf(city, rules, now().toISOString())) !== 'counted') throw new Problem('not-found');
  const votes = (await readBox(city, id)).map(({ answers }) => answers.map(plainAnswer));
  return { ballot: id, version: rules.version, votes: inNoOrder(grouped(votes)) };
}

/** Sorted by what they say: the order in which they came is gone. */
function inNoOrder(votes: readonly { choice: readonly Answer[]; count: number }[]): PublishedVotes['votes'] {
  return votes
    .map(({ choice, count }) => ({ text: JSON.stringify(choice), answers: [...choice], count }))
    .sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0))
    .map(({ answers, count }) => ({ answers, count }));
}

/** @throws Problem `not-found` until the ballot is counted. */
export async function countedLeaves(city: City, id: string): Promise<CountedVotes> {
  const { db } = city.database;
  const row = await db.selectFrom('ballot_result').select('counted').where('ballot_id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return { ballot: id, head: await headOf(city, db, logOfBallot(id)), counted: row.counted as number[] };
}
