import type { BudgetCount } from './budget-order.js';
import { greedyNoSkip } from './greedy-no-skip.js';
import type { Outcome } from './outcome.js';

/** How much of the cost has to be there for the last project, in percent. */
const enough = 80n;

/**
 * The rule of Poznań: as `greedyNoSkip`, but the first project that does not fit still wins when at least 80 % of what it costs is left; the
 * city adds the rest. It is the one rule by which more can be spent than the budget.
 */
export const poznan = (count: BudgetCount): Outcome =>
  greedyNoSkip(count, ({ left, cost }) => BigInt(left) * 100n >= BigInt(cost) * enough);
