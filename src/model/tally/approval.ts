import type { Approvals, CountedVote } from './counted-vote.js';
import { optionScores, weighted, weightsOfApprovals } from './option-scores.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { firstOf, ranked } from './ranked.js';
import type { TieProtocol } from './ties.js';

/** Who is approved by most votes wins. Each vote approves any number of options. */
export function approval(
  options: readonly Option[],
  votes: readonly CountedVote<Approvals>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  return firstOf(ranked(optionScores(options, weighted(votes, weightsOfApprovals)), ties), seats);
}
