import type { BudgetCount } from './budget-order.js';
import { greedy } from './greedy.js';
import type { Outcome } from './outcome.js';

/**
 * As `greedy`, but of projects that are rivals only one wins: two plans for the same square.
 *
 * @param rivals - Groups of ids that cannot win together.
 */
export function greedyExclusive(count: BudgetCount, rivals: readonly (readonly string[])[]): Outcome {
  return greedy(count, ({ option }, taken) => {
    const against = new Set(rivals.filter(group => group.includes(option.id)).flat());
    return taken.some(each => against.has(each.option.id)) ? 'rival-taken' : undefined;
  });
}
