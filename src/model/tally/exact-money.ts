import type { AboutMoney } from './payment.js';
import type { Rational } from './rational.js';
import type { SharesProfile, SharesProject } from './shares-profile.js';

/** A payment for one unit of support: `over / (denominator × support)`, with the common denominator of the moment. */
export interface ExactPayment {
  readonly over: bigint;
  readonly support: number;
}

/** Where two numbers are nearer than this in relation to their size, floating point does not tell which is larger. */
const near = 1e-12;

/**
 * What the voters of each group have left, exactly. It is not kept as a number for each group: it is the share from which the payments of
 * some rounds went, and whole groups of supporters went through the same rounds. So a sum over many groups needs whole numbers and one large
 * one for each round; all fractions have one denominator, which grows with each round.
 */
export class ExactMoney {
  private _denominator: bigint;
  private _share: bigint;
  /** What was paid in each round for one unit of support. */
  private _paid: bigint[] = [];
  /** The rounds in which a group paid, each followed by its weight there. */
  private readonly _rounds = new Map<number, number[]>();
  /** Groups that have nothing left. */
  private readonly _empty = new Set<number>();

  /** @param share - What each voter has at first. */
  constructor(
    private readonly _profile: SharesProfile,
    share: Rational,
  ) {
    this._denominator = share.under;
    this._share = share.over;
  }

  /** The smallest payment with which the supporters cover the cost together; nothing when they cannot. */
  payment(project: SharesProject, about: AboutMoney): ExactPayment | undefined {
    const { groups, weights } = project;
    const cost = BigInt(project.cost) * this._denominator;
    if (this._together(groups) < cost) return undefined;
    let each: ExactPayment = { over: 0n, support: 1 };
    for (;;) {
      const poor: number[] = [];
      let support = 0;
      const payment = this.nearest(each);
      for (let at = 0; at < groups.length; at += 1) {
        const [group, weight] = [groups[at] ?? 0, weights[at] ?? 0];
        if (this._has(group, weight, each, payment, about) < 0) poor.push(group);
        else support += (this._profile.voters[group] ?? 0) * weight;
      }
      const next = { over: cost - this._together(poor), support };
      // Those who have enough never all vanish: together they can pay. The payment only rises, until nobody more is short of it.
      if (support === 0 || next.over * BigInt(each.support) <= each.over * BigInt(support)) return each;
      each = next;
    }
  }

  /** Takes the payments of a round. */
  pay({ groups, weights }: SharesProject, each: ExactPayment, about: AboutMoney): void {
    const payment = this.nearest(each);
    const paying: number[] = [];
    const emptied: number[] = [];
    for (let at = 0; at < groups.length; at += 1) {
      const [group, weight] = [groups[at] ?? 0, weights[at] ?? 0];
      if (this._empty.has(group)) continue;
      if (this._has(group, weight, each, payment, about) <= 0) emptied.push(group);
      else paying.push(group, weight);
    }
    const support = BigInt(each.support);
    const common = greatestCommonDivisor(each.over, support);
    const factor = support / common;
    this._denominator *= factor;
    this._share *= factor;
    this._paid = this._paid.map(paid => paid * factor);
    const round = this._paid.push(each.over / common) - 1;
    for (let at = 0; at < paying.length; at += 2) {
      const [group, weight] = [paying[at] ?? 0, paying[at + 1] ?? 0];
      const rounds = this._rounds.get(group);
      if (rounds) rounds.push(round, weight);
      else this._rounds.set(group, [round, weight]);
    }
    for (const group of emptied) this._empty.add(group);
  }

  isEmpty(group: number): boolean {
    return this._empty.has(group);
  }

  /** A payment in floating point, right but for the last digits. */
  nearest({ over, support }: ExactPayment): number {
    return quotient(over, this._denominator) / support;
  }

  /** Below zero when a voter of the group has less than the payment, zero when just as much. */
  private _has(group: number, weight: number, each: ExactPayment, payment: number, { money, errors }: AboutMoney): number {
    const difference = (money[group] ?? 0) - payment * weight;
    if (Math.abs(difference) > (errors[group] ?? 0) + payment * weight * near) return difference;
    const exact = this._of(group) * BigInt(each.support) - each.over * BigInt(weight);
    return exact < 0n ? -1 : exact === 0n ? 0 : 1;
  }

  /** What each voter of a group has, over the common denominator. */
  private _of(group: number): bigint {
    if (this._empty.has(group)) return 0n;
    const rounds = this._rounds.get(group) ?? [];
    let left = this._share;
    for (let at = 0; at < rounds.length; at += 2) left -= (this._paid[rounds[at] ?? 0] ?? 0n) * BigInt(rounds[at + 1] ?? 0);
    return left;
  }

  /** What all voters of many groups have, over the common denominator. */
  private _together(groups: Iterable<number>): bigint {
    let voters = 0;
    const units = new Float64Array(this._paid.length);
    for (const group of groups) {
      if (this._empty.has(group)) continue;
      const count = this._profile.voters[group] ?? 0;
      voters += count;
      const rounds = this._rounds.get(group) ?? [];
      for (let at = 0; at < rounds.length; at += 2) {
        const round = rounds[at] ?? 0;
        units[round] = (units[round] ?? 0) + count * (rounds[at + 1] ?? 0);
      }
    }
    let left = this._share * BigInt(voters);
    units.forEach((count, round) => {
      if (count !== 0) left -= (this._paid[round] ?? 0n) * BigInt(count);
    });
    return left;
  }
}

/** A quotient of numbers that may be larger than any in floating point. */
function quotient(over: bigint, under: bigint): number {
  const digits = Math.max(over.toString(16).length, under.toString(16).length);
  const shift = BigInt(Math.max(digits * 4 - 1000, 0));
  return Number(over >> shift) / Number(under >> shift);
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
