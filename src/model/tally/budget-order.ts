import type { ResultStep } from '../ballot-results.js';
import type { Outcome } from './outcome.js';
import { decisiveTies, ranked, type Ranked, type Scored } from './ranked.js';
import type { TieProtocol } from './ties.js';

/** Projects with what they got, and the money there is. Costs and money are in the smallest unit. */
export interface BudgetCount {
  readonly projects: readonly Scored[];
  readonly budget: number;
  readonly ties: TieProtocol;
}

/** What a project costs. */
export const costOf = ({ option }: Scored): number => option.cost ?? 0;

/** Projects that somebody wants, in the order in which their turn comes: the most votes or points first. */
export function inTurn({ projects, ties }: BudgetCount): Ranked<Scored> {
  return ranked(
    projects.filter(({ score }) => score > 0),
    ties,
  );
}

/** Why a project did not win, or that it did. */
export type Fate = 'taken' | 'does-not-fit' | 'stopped' | 'below-threshold' | 'rival-taken' | 'taken-in-part';

/** What happened to each project, as an outcome. */
export function told(
  count: BudgetCount,
  { order, ties }: Ranked<Scored>,
  fates: readonly { readonly project: Scored; readonly fate: Fate; readonly left: number }[],
): Outcome {
  const taken = new Set(
    fates.filter(({ fate }) => fate === 'taken' || fate === 'taken-in-part').map(({ project }) => project.option.id),
  );
  const spent = order.filter(({ option }) => taken.has(option.id)).reduce((sum, project) => sum + costOf(project), 0);
  const inOrder = new Set(order);
  const rest = count.projects.filter(project => !inOrder.has(project));
  return {
    figures: [...order, ...rest].map(({ option, votes, score }) => ({
      option: option.id,
      votes,
      score,
      elected: taken.has(option.id),
    })),
    steps: [
      ...decisiveTies(ties, taken),
      ...fates.map(({ project, fate, left }): ResultStep => ({
        kind: fate,
        option: project.option.id,
        money: { cost: costOf(project), left },
        numbers: { votes: project.votes, score: project.score },
      })),
    ],
    spent,
    left: Math.max(count.budget - spent, 0),
  };
}
