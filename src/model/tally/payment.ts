import type { SharesProject } from './shares-profile.js';

/** Half the distance between 1 and the next number: no single operation errs by more, in relation to its result (IEEE 754). */
export const roundoff = Number.EPSILON / 2;

/** What supporters of a project would pay, in floating point, with how far that can be from the truth. */
export interface Payment {
  /** For one unit of support; nobody pays more than they have. Infinite when they cannot pay it together. */
  readonly each: number;
  /** At most so far from the exact value. */
  readonly error: number;
  /** Whether all of them can pay alike: then the project is worth exactly all its votes or points, without any error. */
  readonly alike: boolean;
}

/** That it cannot be said in floating point which way it is. */
export const unsure = Symbol('unsure');

const cannot: Payment = { each: Infinity, error: 0, alike: false };

/** Who has so little more than the payment counts among those whose error matters, in relation to the payment. */
const brink = 1e-6;

/** About what each voter of a group has left, and how far that can be from the truth, at most. */
export interface AboutMoney {
  /** Zero only where they surely have nothing. */
  readonly money: Float64Array;
  readonly errors: Float64Array;
}

/**
 * The smallest payment with which the supporters cover the cost together. It begins with what everybody would pay if all had enough, and
 * lets those who have less pay all they have, until nobody is left who has less; the payment only rises, so this ends.
 *
 * The error: a sum of so many numbers errs by at most their number times the roundoff (N. J. Higham, 'Accuracy and Stability of Numerical
 * Algorithms', 2002, chapter 4), and what the poor have can be wrong itself. By so much all payments together can miss the cost. Where the
 * payment rises or falls a little, they rise or fall by that for each unit of support of those who clearly have more; so the payment misses
 * the exact one by no more than the quotient, as long as nobody who clearly has more could be poor within it.
 */
export function payment(
  { cost, score, groups, weights, voters }: SharesProject,
  { money, errors }: AboutMoney,
): Payment | typeof unsure {
  const sums = (groups.length + 4) * roundoff;
  let each = cost / score;
  for (;;) {
    let paid = 0;
    let poor = 0;
    let poorError = 0;
    let rich = 0;
    let richError = 0;
    let support = 0;
    let clearSupport = 0;
    let isAnybodyEmpty = false;
    const limit = each * (1 + brink);
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at] ?? 0;
      const has = money[group] ?? 0;
      const error = errors[group] ?? 0;
      const count = voters[at] ?? 0;
      const weight = weights[at] ?? 0;
      if (has - error >= limit * weight) {
        rich += count * has;
        richError += count * error;
        clearSupport += count * weight;
      } else if (has === 0) isAnybodyEmpty = true;
      else {
        poor += count;
        poorError += count * error;
        if (has < each * weight) paid += count * has;
        else {
          rich += count * has;
          support += count * weight;
        }
      }
    }
    support += clearSupport;
    const together = paid + rich;
    const doubt = (together + poorError + richError) * sums + poorError + richError;
    if (together < cost - doubt) return cannot;
    // They can just about pay it, or all of them pay all they have, but for what rounding makes of it.
    if (together <= cost + doubt || support === 0) return unsure;
    const next = (cost - paid) / support;
    if (next > each) {
      each = next;
      continue;
    }
    if (clearSupport === 0) return unsure;
    const error = ((cost + poorError) * sums + poorError) / clearSupport + 2 * roundoff * each;
    if (error >= (each * brink) / 2) return unsure;
    return { each, error, alike: poor === 0 && !isAnybodyEmpty };
  }
}
