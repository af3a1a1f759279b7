import type { ResultStep } from '../ballot-results.js';
import type { Counting } from '../ballot.js';
import { comparison } from './comparison.js';
import { completionAdd1 } from './completion-add1.js';
import { completionAdd1u } from './completion-add1u.js';
import { completionUtilitarian } from './completion-utilitarian.js';
import type { CountedVote } from './counted-vote.js';
import { equalShares, sharesOutcome, type SharesRun } from './equal-shares.js';
import { greedyExclusive } from './greedy-exclusive.js';
import { greedyNoSkip } from './greedy-no-skip.js';
import { greedyThreshold } from './greedy-threshold.js';
import { greedy } from './greedy.js';
import { optionScores, type Weights } from './option-scores.js';
import type { Option } from './option.js';
import { electedIn, type Outcome } from './outcome.js';
import { poznan } from './poznan.js';
import { rational } from './rational.js';
import { sharesProfile, type SharesProfile } from './shares-profile.js';
import type { TieProtocol } from './ties.js';

/** Money, and how it is shared out. */
export interface ProjectCount {
  readonly options: readonly Option[];
  /** Votes that are not blank, with what they give. */
  readonly votes: readonly CountedVote<Weights>[];
  /** All votes, the blank ones among them. */
  readonly all: number;
  /** In the smallest unit. */
  readonly budget: number;
  readonly ties: TieProtocol;
}

/** A whole unit of most currencies, in its smallest: nobody steps by cents. */
const wholeUnit = 100;

/** Counts projects by one of the rules for budgets; nothing for another rule. */
export function countProjects(count: ProjectCount, counting: Omit<Counting, 'rule'> & { rule: string }): Outcome | undefined {
  const { options, votes, budget, ties } = count;
  const scored = { projects: optionScores(options, votes), budget, ties };
  switch (counting.rule) {
    case 'greedy':
      return greedy(scored);
    case 'greedy-no-skip':
      return greedyNoSkip(scored);
    case 'greedy-threshold':
      return greedyThreshold(scored, counting.threshold ?? 0);
    case 'greedy-exclusive':
      return greedyExclusive(scored, counting.rivals);
    case 'poznan':
      return poznan(scored);
    case 'equal-shares':
      return byShares(count, counting);
    default:
      return undefined;
  }
}

function byShares(count: ProjectCount, counting: Omit<Counting, 'rule'>): Outcome {
  const { options, votes, all, budget, ties } = count;
  const profile = sharesProfile(options, votes, { all, ties });
  const { run, steps } = completed(profile, budget, counting);
  const shares = sharesOutcome(profile, budget, run, steps);
  if (!counting.comparison) return shares;
  const other = greedy({ projects: profile.projects, budget, ties });
  const { first, second, equal } = comparison(votes, new Set(electedIn(shares)), new Set(electedIn(other)));
  const step = { kind: 'comparison', numbers: { shares: first, greedy: second, equal } };
  return second > first ? { ...other, steps: [step, ...other.steps] } : { ...shares, steps: [...shares.steps, step] };
}

function completed(
  profile: SharesProfile,
  budget: number,
  { completion, step = wholeUnit }: Omit<Counting, 'rule'>,
): { run: SharesRun; steps: ResultStep[] } {
  const share = (each: number, tries: number): ResultStep => ({ kind: 'share', money: { each }, numbers: { tries } });
  const plain = (): SharesRun => equalShares(profile, profile.all === 0 ? rational(0) : rational(budget, profile.all));
  switch (completion) {
    case 'none':
      return { run: plain(), steps: [] };
    case 'utilitarian':
      return completionUtilitarian(profile, budget, plain());
    case 'add1': {
      const shares = completionAdd1(profile, { budget, step });
      return { run: shares, steps: [share(shares.share, shares.tries)] };
    }
    case 'add1u': {
      const { shares, run, steps } = completionAdd1u(profile, { budget, step });
      return { run, steps: [share(shares.share, shares.tries), ...steps] };
    }
  }
}
