import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCostGuess } from "./cost-guess";

const minor = (typed: string) => {
  const outcome = parseCostGuess(typed);
  return outcome.done ? outcome.value : outcome.reason;
};

describe("parseCostGuess", () => {
  it.each<[string, number | null | string]>([
    ["", null],
    ["   ", null],
    ["0", null],
    ["12000", 1_200_000],
    ["12 000", 1_200_000],
    ["12\u00a0000", 1_200_000],
    ["12\u202f000,50", 1_200_050],
    ["12 000,50", 1_200_050],
    ["12000.5", 1_200_050],
    ["12.000", 1_200_000],
    ["12,000", 1_200_000],
    ["1.234.567", 123_456_700],
    ["1,234,567.89", 123_456_789],
    ["1.234.567,89", 123_456_789],
    ["12'000", 1_200_000],
    ["12 000 грн", 1_200_000],
    ["12 000 грн.", 1_200_000],
    ["12 000 ₴", 1_200_000],
    ["₴12000", 1_200_000],
    ["5000 руб.", 500_000],
    ["5000 р.", 500_000],
    ["7 500 zł", 750_000],
    ["120 тис. грн", 12_000_000],
    ["120 тыс. руб.", 12_000_000],
    ["1,5 млн", 150_000_000],
    ["1,5 мільйона", 150_000_000],
    ["2 million", 200_000_000],
    ["не знаю", "unclear"],
    ["близько 5000", "unclear"],
    ["5000-7000", "unclear"],
    ["-5", "unclear"],
    ["1e9", "unclear"],
    ["1,2,3", "unclear"],
    ["12,3456", "unclear"],
    ["12.00,00.00", "unclear"],
    ["0x10", "unclear"],
    ["9999999999999999", "too_large"],
    ["2000 млн", "too_large"],
  ])("%j is %j", (typed, value) => {
    expect(minor(typed)).toBe(value);
  });

  it("gives a safe whole number or a reason, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const value = minor(typed);
        expect(value === null || typeof value === "string" || Number.isSafeInteger(value)).toBe(true);
      }),
    );
  });

  it("reads back every sum written with spaces and a comma", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (sum) => {
        const whole = Math.floor(sum / 100)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, " ");
        expect(minor(`${whole},${String(sum % 100).padStart(2, "0")}`)).toBe(sum);
      }),
    );
  });
});
