import type { Approvals, CountedVote, Ranking, Scores } from './counted-vote.js';
import type { Option } from './option.js';
import type { Scored } from './ranked.js';

/** What one vote gives to options: whole numbers above zero, by id. */
export type Weights = readonly (readonly [option: string, weight: number])[];

/** What a choice of options gives: one to each. */
export const weightsOfApprovals = (choices: Approvals): Weights => choices.map(id => [id, 1]);

/** What points give; none to those without. */
export const weightsOfScores = (scores: Scores): Weights => Object.entries(scores).filter(([, points]) => points > 0);

/** What a ranking of k options gives: k to the first, then one less each, 1 to the last, nothing to those that are not ranked. */
export const weightsOfRanking = (ranking: Ranking): Weights => ranking.map((id, index) => [id, ranking.length - index]);

/** How many votes name each option, and what they give it together. Options that are none of the ballot's are passed over. */
export function optionScores(options: readonly Option[], votes: readonly CountedVote<Weights>[]): Scored[] {
  const totals = new Map(options.map(({ id }) => [id, { votes: 0, score: 0 }]));
  for (const { choice, count } of votes) {
    for (const [id, weight] of choice) {
      const total = totals.get(id);
      if (!total) continue;
      total.votes += count;
      total.score += count * weight;
    }
  }
  return options.map(option => ({ option, ...(totals.get(option.id) ?? { votes: 0, score: 0 }) }));
}

/** The same votes with what they give. */
export function weighted<Choice>(
  votes: readonly CountedVote<Choice>[],
  weightsOf: (choice: Choice) => Weights,
): CountedVote<Weights>[] {
  return votes.map(({ choice, count }) => ({ choice: weightsOf(choice), count }));
}
