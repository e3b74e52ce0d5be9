/**
 * Exact rational numbers on BigInt. The denominator is always positive; values made by
 * `fraction` are in lowest terms. Nothing here ever rounds except where the name says so.
 */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Fraction = { num: 0n, den: 1n };

/** Greatest common divisor by Euclid, O(bits²). */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `num / den` in lowest terms. A zero denominator is a bug of the caller. */
export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError("fraction with denominator 0");
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den);
  if (divisor <= 1n) return { num: num * sign, den: den * sign };
  return { num: (num * sign) / divisor, den: (den * sign) / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `"3/7"`, or `"3"` for a whole number. */
export function fractionText(value: Fraction): string {
  return value.den === 1n ? value.num.toString() : `${value.num}/${value.den}`;
}

/** The nearest double but for one unit in the last place, whatever the size of the parts. */
export function toNumber(value: Fraction): number {
  const negative = value.num < 0n;
  const num = negative ? -value.num : value.num;
  if (num === 0n) return 0;
  const shift = bitLength(num) - bitLength(value.den) - 64;
  const quotient = shift >= 0 ? num / (value.den << BigInt(shift)) : (num << BigInt(-shift)) / value.den;
  const magnitude = scaleByPowerOfTwo(Number(quotient), shift);
  return negative ? -magnitude : magnitude;
}

/** How many binary digits a positive integer has. */
export function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
}

/** Two steps keep the factor itself inside the range of a double. */
function scaleByPowerOfTwo(value: number, shift: number): number {
  const half = Math.trunc(shift / 2);
  return value * 2 ** half * 2 ** (shift - half);
}
