import { expect, it } from "vitest";
import { formatDecimal, inUnits, parseDecimal } from "./decimal";

it.each([
  ["12", 12n, 0],
  [" 12.50 ", 125n, 1],
  ["1e6", 1_000_000n, 0],
  ["1.2e-3", 12n, 4],
  ["-0.70", -7n, 1],
  [".5", 5n, 1],
])("reads %s exactly", (text, units, decimals) => {
  expect(parseDecimal(text)).toEqual({ units, decimals });
});

it.each(["", ".", "1,5", "1 000", "0x10", "1e100", "Infinity", "1".repeat(61)])("refuses “%s”", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

it.each([
  [995079n, 0, "995079"],
  [500n, 2, "5"],
  [-5n, 1, "-0.5"],
  [1_000_001n, 6, "1.000001"],
])("writes %s units of 10^-%i as %s", (units, decimals, text) => {
  expect(formatDecimal(units, decimals)).toBe(text);
});

it("reads and writes a million zeros in the middle without going back over them", () => {
  const zeros = "0".repeat(1_000_000);
  const started = performance.now();
  expect(parseDecimal(`1.${zeros}1`)).toBeNull();
  const written = formatDecimal(inUnits({ units: 10n, decimals: 1 }, 1_000_000) + 1n, 1_000_000);
  expect(written.length).toBe(1_000_002);
  expect(performance.now() - started).toBeLessThan(10_000);
});
