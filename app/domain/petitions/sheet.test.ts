import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINE_OUTCOMES, reconcile } from "./sheet";

describe("reconcile", () => {
  it("adds up each batch by itself", () => {
    const totals = reconcile([
      { batch: "А-1", checked: true, outcomes: { accepted: 7, twice: 1 }, lines: 8 },
      { batch: "А-1", checked: false, outcomes: {}, lines: 10 },
      { batch: "А-2", checked: true, outcomes: { unsigned: 2 }, lines: 2 },
    ]);
    expect(totals).toEqual([
      {
        batch: "А-1",
        sheets: 2,
        lines: 18,
        waiting: 10,
        outcomes: { accepted: 7, unreadable: 0, not_resident: 0, unsigned: 0, twice: 1 },
      },
      {
        batch: "А-2",
        sheets: 1,
        lines: 2,
        waiting: 0,
        outcomes: { accepted: 0, unreadable: 0, not_resident: 0, unsigned: 2, twice: 0 },
      },
    ]);
  });

  it("accounts for every line: accepted, refused by reason, or waiting", () => {
    const outcomes = fc.record(Object.fromEntries(LINE_OUTCOMES.map((each) => [each, fc.nat(10)])));
    const sheet = fc.record({ batch: fc.constantFrom("1", "2", "3"), checked: fc.boolean(), outcomes });
    fc.assert(
      fc.property(fc.array(sheet), (sheets) => {
        const counted = sheets.map((each) => ({
          ...each,
          lines: Object.values(each.outcomes).reduce((sum, many) => sum + many, 0),
        }));
        for (const total of reconcile(counted)) {
          const decided = Object.values(total.outcomes).reduce((sum, many) => sum + many, 0);
          expect(decided + total.waiting).toBe(total.lines);
        }
      }),
    );
  });
});
