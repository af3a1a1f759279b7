/** An exact fraction in lowest terms; the denominator is above zero. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

/** @throws RangeError when `under` is zero. */
export function rational(over: bigint | number, under: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  if (bottom === 0n) throw new RangeError('A fraction cannot have zero under its line.');
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { over: top / divisor, under: bottom / divisor };
}

export const zero: Rational = { over: 0n, under: 1n };

export const plus = (one: Rational, other: Rational): Rational =>
  rational(one.over * other.under + other.over * one.under, one.under * other.under);

export const minus = (one: Rational, other: Rational): Rational =>
  rational(one.over * other.under - other.over * one.under, one.under * other.under);

export const times = (one: Rational, other: Rational): Rational => rational(one.over * other.over, one.under * other.under);

/** @throws RangeError when `other` is zero. */
export const dividedBy = (one: Rational, other: Rational): Rational => rational(one.over * other.under, one.under * other.over);

/** Below zero when `one` is the smaller, zero when they are equal, above zero when it is the greater. */
export function compared(one: Rational, other: Rational): number {
  const difference = one.over * other.under - other.over * one.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
