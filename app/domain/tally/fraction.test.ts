import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal, parseDecimal } from "./decimal";
import {
  add,
  bitLength,
  compare,
  divide,
  fraction,
  fractionText,
  multiply,
  subtract,
  toNumber,
} from "./fraction";

const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 40n });
const fractions = fc.tuple(whole, positive).map(([num, den]) => fraction(num, den));

describe("fractions", () => {
  it("are kept in lowest terms with a positive denominator", () => {
    expect(fraction(-6n, -8n)).toEqual({ num: 3n, den: 4n });
    expect(fraction(6n, -8n)).toEqual({ num: -3n, den: 4n });
    expect(fraction(0n, 5n)).toEqual({ num: 0n, den: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect([fractionText(fraction(6n, 4n)), fractionText(fraction(8n, 4n))]).toEqual(["3/2", "2"]);
  });

  it("obey the laws of arithmetic exactly", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        if (b.num !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it("become the nearest double whatever their size", () => {
    expect(toNumber(fraction(1n, 3n))).toBe(1 / 3);
    expect(toNumber(fraction(-(10n ** 400n), 10n ** 398n))).toBe(-100);
    fc.assert(
      fc.property(fractions, (value) => {
        const wanted = Number(value.num) / Number(value.den);
        expect(Math.abs(toNumber(value) - wanted)).toBeLessThanOrEqual(1e-14 * Math.abs(wanted));
      }),
    );
  });

  it("count binary digits", () => {
    expect([1n, 2n, 255n, 256n, 1n << 100n].map(bitLength)).toEqual([1, 2, 8, 9, 101]);
  });
});

describe("decimals", () => {
  it.each([
    ["12", 12n, 0],
    [" 12.50 ", 125n, 1],
    ["-0.05", -5n, 2],
    ["1e3", 1000n, 0],
    ["1.25e1", 125n, 1],
    ["200000.0", 200_000n, 0],
    [".5", 5n, 1],
  ])("read %s exactly", (text, units, decimals) => {
    expect(parseDecimal(text)).toEqual({ units, decimals });
  });

  it.each(["", " ", ".", "1,000", "12 zł", "1e999", "0x10", "--1", "1.2.3", "NaN", "9".repeat(61)])(
    "refuse %j",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it("come back as they were written, without useless zeros", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), (units, decimals) => {
        const text = formatDecimal(units, decimals);
        const back = parseDecimal(text);
        expect(back && back.units * 10n ** BigInt(decimals - back.decimals)).toBe(units);
        expect(text).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });
});
