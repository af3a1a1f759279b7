import type { BallotResults } from '../../../src/model/ballot-results.js';
import { countBallot } from '../../../src/model/count-ballot.js';
import type { City } from '../city.js';
import { ballotSecret } from './ballot-secret.js';
import { readBox } from './read-box.js';
import { rulesOf, type FoundBallot } from './speak-ballot.js';

/** Counts what lies in the box now, by the rules of the ballot. */
export async function countBox(city: City, found: FoundBallot, { final }: { final: boolean }): Promise<BallotResults> {
  const { locale } = city.settings;
  const rules = rulesOf(found, { locale, fallback: locale });
  const votes = await readBox(city, rules.id);
  const { seed } = await ballotSecret(city, found.content);
  const { entitled } = rules;
  const each = votes.map(({ answers }) => ({ answers, count: 1 }));
  return {
    ballot: rules.id,
    at: city.now().toISOString(),
    final,
    turnout: { voted: votes.length, online: votes.length, paper: 0, ...(entitled !== undefined && { entitled }) },
    questions: await countBallot(rules, each, seed),
  };
}
