import type { CountedVote } from './counted-vote.js';
import { optionScores, type Weights } from './option-scores.js';
import type { Option } from './option.js';
import type { Scored } from './ranked.js';
import type { TieProtocol } from './ties.js';

/**
 * Votes as Equal Shares walks through them. Voters of one group said the same, so they pay the same and always have the same money left.
 */
export interface SharesProfile {
  readonly projects: readonly SharesProject[];
  /** How many voters there are in each group. */
  readonly voters: Int32Array;
  /** All voters, the blank votes among them: each has an equal share of the budget. */
  readonly all: number;
  readonly ties: TieProtocol;
}

/** A project and who supports it. */
export interface SharesProject extends Scored {
  readonly id: string;
  /** In the smallest unit. */
  readonly cost: number;
  /** Groups that support it, and how much each of their voters does: 1 for an approval, else points. */
  readonly groups: Int32Array;
  readonly weights: Int32Array;
  /** How many voters each of these groups has. */
  readonly voters: Int32Array;
}

/** @param all - All votes, the blank ones among them. */
export function sharesProfile(
  options: readonly Option[],
  votes: readonly CountedVote<Weights>[],
  { all, ties }: { all: number; ties: TieProtocol },
): SharesProfile {
  const supporters = new Map(options.map(({ id }) => [id, { groups: [] as number[], weights: [] as number[] }]));
  votes.forEach(({ choice }, group) => {
    for (const [id, weight] of choice) {
      const of = supporters.get(id);
      of?.groups.push(group);
      of?.weights.push(weight);
    }
  });
  return {
    projects: optionScores(options, votes).map(scored => {
      const { groups = [], weights = [] } = supporters.get(scored.option.id) ?? {};
      return {
        ...scored,
        id: scored.option.id,
        cost: scored.option.cost ?? 0,
        groups: Int32Array.from(groups),
        weights: Int32Array.from(weights),
        voters: Int32Array.from(groups, group => votes[group]?.count ?? 0),
      };
    }),
    voters: Int32Array.from(votes, ({ count }) => count),
    all,
    ties,
  };
}
