import type { CountedVote, Ranking } from '../../../../src/model/tally/counted-vote.js';
import { grouped } from '../../../../src/model/vote-counting.js';
import type { Chance } from './chance.js';

/** Rankings as text: `3 a b c` is three votes for a before b before c. */
export const rankings = (...lines: string[]): CountedVote<Ranking>[] =>
  lines.map(line => {
    const [count, ...choice] = line.split(' ');
    return { choice, count: Number(count) };
  });

/** Few votes on few options, each of which ranks some: with many ties and circles. */
export function randomRankings(chance: Chance): { ids: string[]; votes: CountedVote<Ranking>[]; lot: string[] } {
  const ids = ['a', 'b', 'c', 'd'].slice(0, 2 + chance.below(3));
  const votes = grouped(
    Array.from({ length: 1 + chance.below(9) }, () => chance.shuffled(ids).slice(0, 1 + chance.below(ids.length))),
  );
  return { ids, votes, lot: chance.shuffled(ids) };
}

/** How many votes put the one before the other; those that are not ranked come after all that are. */
export const preferring = (votes: readonly CountedVote<Ranking>[], one: string, other: string): number =>
  votes
    .filter(({ choice }) => choice.includes(one) && (!choice.includes(other) || choice.indexOf(one) < choice.indexOf(other)))
    .reduce((sum, { count }) => sum + count, 0);
