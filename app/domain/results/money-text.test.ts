import { describe, expect, it } from "vitest";
import { currencyDigits, majorUnits, minorUnits, roughMinor } from "./money-text";

describe("minorUnits", () => {
  it.each([
    ["1000000", "PLN", 100_000_000],
    ["2458488.22", "PLN", 245_848_822],
    ["400000.0", "EUR", 40_000_000],
    ["0.1", "UAH", 10],
    ["500", "JPY", 500],
  ])("reads %s %s exactly", (amount, currency, minor) => {
    expect(minorUnits(amount, currency)).toBe(minor);
  });

  it.each([
    ["10.005", "PLN"],
    ["0.5", "JPY"],
    ["1,000", "PLN"],
    ["", "PLN"],
    ["1e20", "PLN"],
    ["10", "zloty"],
  ])("refuses %s %s", (amount, currency) => {
    expect(minorUnits(amount, currency)).toBeNull();
  });
});

it("writes minor units as decimals", () => {
  expect(majorUnits(99_507_900, "PLN")).toBe("995079");
  expect(majorUnits(50, "UAH")).toBe("0.5");
});

it("cuts a computed share down to the minor unit", () => {
  expect(roughMinor(315.8377, "PLN")).toBe(31_583);
  expect(roughMinor("12.30", "PLN")).toBe(1230);
  expect(roughMinor(0.1 + 0.2, "PLN")).toBe(30);
});

it("knows no digits of an unknown currency", () => {
  expect(currencyDigits("zl")).toBeUndefined();
});
