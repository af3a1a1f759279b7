import type { CountedVote, Scores } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { firstOf, ranked } from './ranked.js';
import type { TieProtocol } from './ties.js';

/**
 * Grades are added up, the lowest being 0: who has the highest sum wins. An option without a grade in a vote has the lowest there, so that
 * nobody gains by being unknown.
 */
export function score(
  options: readonly Option[],
  votes: readonly CountedVote<Scores>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  const entries = options.map(option => {
    const graded = votes.filter(({ choice }) => choice[option.id] !== undefined);
    return {
      option,
      votes: graded.reduce((sum, { count }) => sum + count, 0),
      score: graded.reduce((sum, { choice, count }) => sum + (choice[option.id] ?? 0) * count, 0),
    };
  });
  return firstOf(ranked(entries, ties), seats);
}
