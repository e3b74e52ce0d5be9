import { describe, expect, it } from "vitest";
import { removalsOf } from "./removals";

const check = (signatures: number, decision: "annulled" | "restored" = "annulled") => ({
  cause: "Одна мережа за хвилину",
  signatures,
  decision,
  at: new Date("2026-11-22T10:00:00Z"),
});

describe("removalsOf", () => {
  it("gives to signers what no check has taken out", () => {
    const removals = removalsOf({ signatures: 90, annulled: 13 }, [check(8), check(2), check(0, "restored")]);
    expect(removals).toMatchObject({ counted: 90, removed: 13, bySigners: 3 });
    expect(removals.bySigners + removals.checks.reduce((sum, each) => sum + each.signatures, 0)).toBe(
      removals.removed,
    );
  });

  it("adds up while the count is a moment behind a check", () => {
    expect(removalsOf({ signatures: 100, annulled: 2 }, [check(10)])).toMatchObject({
      removed: 10,
      bySigners: 0,
    });
  });
});
