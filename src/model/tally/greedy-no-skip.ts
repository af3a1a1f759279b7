import { costOf, inTurn, told, type BudgetCount, type Fate } from './budget-order.js';
import type { Outcome } from './outcome.js';

/**
 * Projects win in the order of their votes until the first that does not fit: there it ends, also for smaller ones that would.
 *
 * @param stretched - Whether the first that does not fit wins all the same, by what is left of the money.
 */
export function greedyNoSkip(
  count: BudgetCount,
  stretched: (money: { left: number; cost: number }) => boolean = () => false,
): Outcome {
  const turns = inTurn(count);
  let left = count.budget;
  let isOver = false;
  const fates = turns.order.map(project => {
    const [before, cost] = [left, costOf(project)];
    let fate: Fate = 'stopped';
    if (!isOver && cost <= left) {
      fate = 'taken';
      left -= cost;
    } else if (!isOver) {
      isOver = true;
      fate = stretched({ left, cost }) ? 'taken-in-part' : 'does-not-fit';
      if (fate === 'taken-in-part') left = 0;
    }
    return { project, fate, left: before };
  });
  return told(count, turns, fates);
}
