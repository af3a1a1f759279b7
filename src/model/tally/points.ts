import type { CountedVote, Scores } from './counted-vote.js';
import { optionScores, weighted, weightsOfScores } from './option-scores.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { firstOf, ranked } from './ranked.js';
import type { TieProtocol } from './ties.js';

/** Who has the most points wins. */
export function points(
  options: readonly Option[],
  votes: readonly CountedVote<Scores>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  return firstOf(ranked(optionScores(options, weighted(votes, weightsOfScores)), ties), seats);
}
