import { describe, expect, it } from "vitest";
import { fullYears } from "./age";

describe("fullYears", () => {
  it.each([
    ["2008-02-29", "2024-02-28", 15],
    ["2008-02-29", "2024-02-29", 16],
    ["2008-02-29", "2025-02-28", 16],
    ["2008-02-29", "2025-03-01", 17],
    ["2000-12-31", "2026-01-01", 25],
  ])("born on %s is on %s", (bornOn, on, years) => {
    expect(fullYears(bornOn, on)).toBe(years);
  });
});
