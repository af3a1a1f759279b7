import type { BudgetCount } from './budget-order.js';
import { greedy } from './greedy.js';
import type { Outcome } from './outcome.js';

/** As `greedy`, but a project with fewer votes or points than the threshold does not win. One with just as many may. */
export const greedyThreshold = (count: BudgetCount, threshold: number): Outcome =>
  greedy(count, ({ score }) => (score < threshold ? 'below-threshold' : undefined));
