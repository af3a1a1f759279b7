import { costOf, inTurn, told, type BudgetCount, type Fate } from './budget-order.js';
import type { Outcome } from './outcome.js';
import type { Scored } from './ranked.js';

/**
 * The usual rule of cities: the project with the most votes has its turn first and wins if it fits into what is left; one that does not fit
 * is passed over. It is 'by votes', not 'by votes for each euro', which would be another rule. A project that nobody wants does not win.
 *
 * @param allowed - Says why a project may not win, by what was taken before it; nothing when it may.
 */
export function greedy(
  count: BudgetCount,
  allowed: (project: Scored, taken: readonly Scored[]) => Exclude<Fate, 'taken'> | undefined = () => undefined,
): Outcome {
  const turns = inTurn(count);
  const taken: Scored[] = [];
  let left = count.budget;
  const fates = turns.order.map(project => {
    const before = left;
    const fits = costOf(project) <= left;
    const fate: Fate = allowed(project, taken) ?? (fits ? 'taken' : 'does-not-fit');
    if (fate === 'taken') {
      taken.push(project);
      left -= costOf(project);
    }
    return { project, fate, left: before };
  });
  return told(count, turns, fates);
}
