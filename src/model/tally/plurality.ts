import type { Approvals, CountedVote } from './counted-vote.js';
import { optionScores, weighted, weightsOfApprovals } from './option-scores.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { firstOf, ranked } from './ranked.js';
import type { TieProtocol } from './ties.js';

/** Who is named most wins. Each vote names one option; where one names more, nobody knows which was meant, and it counts for none. */
export function plurality(
  options: readonly Option[],
  votes: readonly CountedVote<Approvals>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  const single = votes.filter(({ choice }) => choice.length === 1);
  return firstOf(ranked(optionScores(options, weighted(single, weightsOfApprovals)), ties), seats);
}
