import { countProjects } from '../tally/count-projects.js';
import { weighted, weightsOfApprovals, weightsOfRanking, type Weights } from '../tally/option-scores.js';
import type { CountedVote } from '../tally/counted-vote.js';
import type { Outcome } from '../tally/outcome.js';
import { grouped } from '../vote-counting.js';
import type { PabulibInstance, PabulibVote } from './pabulib.js';

export const pabulibRules = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'poznan',
  'equal-shares',
  'equal-shares/add1',
  'equal-shares/add1u',
  'equal-shares/utilitarian',
] as const;

/** A rule for projects, with how Equal Shares spends what is left. */
export type PabulibRule = (typeof pabulibRules)[number];

export interface PabulibCount {
  readonly rule: PabulibRule;
  /** Whether the result has to hold against greedy. */
  readonly comparison?: boolean;
  /** With `greedy-threshold`. */
  readonly threshold?: number;
  /** With add1, in the unit of the instance. */
  readonly step?: number;
  /** Ids in the order in which a lot puts them; left out: as they stand in the file. */
  readonly lot?: readonly string[];
}

/**
 * The rule that the file says it was counted by, as far as it is one that we know: with Poznań's for `greedy-custom`, which is what that has
 * been in every file that was looked at.
 */
export function ruleOf({ meta }: Pick<PabulibInstance, 'meta'>): PabulibCount | undefined {
  const said = meta.get('rule')?.toLowerCase() ?? '';
  const rule = said
    .replace(/-comparison$/, '')
    .replace(/^equalshares/, 'equal-shares')
    .replace('greedy-custom', 'poznan');
  const found = pabulibRules.find(each => each === rule);
  if (!found) return undefined;
  const threshold = Number(meta.get('min_project_score_threshold') ?? 0);
  return { rule: found, comparison: said.endsWith('-comparison'), ...(threshold > 0 && { threshold }) };
}

/** Counts what a file holds. */
export function countPabulib(
  instance: PabulibInstance,
  { rule, comparison = false, threshold, step, lot }: PabulibCount,
): Outcome {
  const { projects, budget, votes, unit } = instance;
  const [base = '', completion = 'none'] = rule.split('/');
  const outcome = countProjects(
    {
      options: projects.map(({ id, cost }) => ({ id, cost })),
      votes: weightsIn(instance),
      all: votes.length,
      budget,
      ties: { lot: lot ?? projects.map(({ id }) => id) },
    },
    {
      rule: base,
      seats: 1,
      rivals: [],
      comparison,
      completion: completion as 'none' | 'add1' | 'add1u' | 'utilitarian',
      step: step ?? unit,
      ...(threshold !== undefined && { threshold }),
    },
  );
  if (!outcome) throw new RangeError(`There is no rule '${rule}'.`);
  return outcome;
}

/** What the votes of a file give to projects, those that say the same together. */
export function weightsIn({ voteType, votes }: PabulibInstance): CountedVote<Weights>[] {
  switch (voteType) {
    case 'approval':
    case 'choose-1':
      return weighted(grouped(votes.map(({ choice }) => [...choice].sort())), weightsOfApprovals);
    case 'ordinal':
      return weighted(grouped(votes.map(({ choice }) => choice)), weightsOfRanking);
    case 'cumulative':
    case 'scoring':
      return grouped(votes.map(pointsIn));
  }
}

/** What one vote gives; in the order of the ids, so that the same is written the same. */
const pointsIn = ({ choice, points = [] }: PabulibVote): Weights =>
  choice
    .map((id, index) => [id, points[index] ?? 0] as const)
    .filter(([, given]) => given > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
