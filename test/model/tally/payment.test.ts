import { expect } from '@open-wc/testing';
import { payment, unsure } from '../../../src/model/tally/payment.js';
import { compared, dividedBy, minus, plus, rational, times, zero, type Rational } from '../../../src/model/tally/rational.js';
import { Chance } from './support/chance.js';

/** Who supports a project: so many voters, each with that weight, and with what each of them has. */
interface Supporters {
  readonly voters: number;
  readonly weight: number;
  readonly money: Rational;
}

/** The fraction that a number in floating point is. */
function exactly(number: number): Rational {
  let [over, under] = [number, 1n];
  while (!Number.isInteger(over)) [over, under] = [over * 2, under * 2n];
  return rational(BigInt(over), under);
}

/** From who can pay the least for a unit of support: each either pays all, or all from here on pay alike. Nothing when they cannot. */
function paymentByDefinition(cost: number, supporters: readonly Supporters[]): Rational | undefined {
  const poorest = [...supporters].sort((one, other) =>
    compared(times(one.money, rational(other.weight)), times(other.money, rational(one.weight))),
  );
  let open = rational(cost);
  for (const [at, { voters, weight, money }] of poorest.entries()) {
    const support = poorest.slice(at).reduce((sum, each) => sum + each.voters * each.weight, 0);
    const each = dividedBy(open, rational(support));
    if (compared(times(each, rational(weight)), money) <= 0) return each;
    open = minus(open, times(money, rational(voters)));
  }
  return undefined;
}

/** Few different amounts, so that many voters have just what they have to pay. */
function supportersBy(chance: Chance): Supporters[] {
  const under = chance.oneOf([1, 3, 7, 11]);
  return Array.from({ length: 1 + chance.below(6) }, () => ({
    voters: 1 + chance.below(chance.oneOf([2, 1000])),
    weight: chance.oneOf([1, 1, 2, 5]),
    money: rational(chance.oneOf([0, 1, 2, 3, 100, 100, 100_000_000]) * chance.oneOf([1, under]), under),
  }));
}

/** Often one with which somebody pays just what they have. */
function costFor(supporters: readonly Supporters[], chance: Chance): number {
  const somebody = supporters[chance.below(supporters.length)];
  const each = somebody ? dividedBy(somebody.money, rational(somebody.weight)) : zero;
  const cost = supporters.reduce((sum, { voters, weight, money }) => {
    const due = times(each, rational(weight));
    return plus(sum, times(rational(voters), compared(due, money) < 0 ? due : money));
  }, zero);
  const about = Math.floor((Number(cost.over) / Number(cost.under)) * chance.oneOf([0.3, 0.9, 1, 1, 1]));
  return Math.max(about, 1);
}

describe('payment', () => {
  it('never misses the exact one by more than the error that it tells', () => {
    let told = 0;
    for (let seed = 0; seed < 4000; seed += 1) {
      const chance = new Chance(seed);
      const supporters = supportersBy(chance);
      const cost = costFor(supporters, chance);
      // What they really have is another by up to a billionth, unless they have nothing.
      const real = supporters.map(each => ({ ...each, money: times(each.money, rational(1e9 + chance.below(3) - 1, 1e9)) }));
      const money = supporters.map(each => Number(each.money.over) / Number(each.money.under));
      const found = payment(
        {
          option: { id: 'a' },
          id: 'a',
          cost,
          votes: supporters.reduce((sum, { voters }) => sum + voters, 0),
          score: supporters.reduce((sum, { voters, weight }) => sum + voters * weight, 0),
          groups: Int32Array.from(supporters, (_, index) => index),
          weights: Int32Array.from(supporters, ({ weight }) => weight),
          voters: Int32Array.from(supporters, ({ voters }) => voters),
        },
        { money: Float64Array.from(money), errors: Float64Array.from(money, each => each * 2e-9) },
      );
      if (found === unsure) continue;
      told += 1;
      const exact = paymentByDefinition(cost, real);
      if (found.each === Infinity) {
        expect(exact, String(seed)).to.equal(undefined);
        continue;
      }
      if (!exact) throw new Error(`They cannot pay: ${String(seed)}`);
      const difference = minus(exactly(found.each), exact);
      const absolute = difference.over < 0n ? minus(zero, difference) : difference;
      expect(compared(absolute, exactly(found.error)), String(seed)).to.be.at.most(0);
      if (found.alike) {
        expect(real.every(each => compared(times(exact, rational(each.weight)), each.money) <= 0)).to.equal(true);
      }
    }
    expect(told).to.be.greaterThan(2000);
  });
});
