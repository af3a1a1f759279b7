import type { CountedVote, Ranking } from './counted-vote.js';
import { optionScores, weighted, weightsOfRanking } from './option-scores.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { firstOf, ranked } from './ranked.js';
import type { TieProtocol } from './ties.js';

/**
 * A ranking of k options gives k points to the first, then one less each, 1 to the last and nothing to the others. It is the variant that
 * cities use who let people rank up to k projects; others give by the number of all options.
 */
export function borda(
  options: readonly Option[],
  votes: readonly CountedVote<Ranking>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  return firstOf(ranked(optionScores(options, weighted(votes, weightsOfRanking)), ties), seats);
}
