import { describe, expect, it } from "vitest";
import { ballotAccess, publishableTurnout } from "./result";

describe("publishableTurnout", () => {
  it("A-8 joins small days until every cell has ten voters", () => {
    const days = [
      { day: "2026-11-03", voters: 4 },
      { day: "2026-11-01", voters: 25 },
      { day: "2026-11-02", voters: 3 },
      { day: "2026-11-04", voters: 6 },
      { day: "2026-11-05", voters: 2 },
    ];
    expect(publishableTurnout(days)).toEqual([
      { from: "2026-11-01", to: "2026-11-01", voters: 25 },
      { from: "2026-11-02", to: "2026-11-05", voters: 15 },
    ]);
  });

  it("A-8 says nothing about fewer than ten voters", () => {
    expect(publishableTurnout([{ day: "2026-11-01", voters: 9 }])).toEqual([]);
  });
});

describe("ballotAccess", () => {
  it("B-10 keeps the ballots of fewer than fifty voters for the auditors", () => {
    expect(ballotAccess({ ballots: 49, longest: 3, unique: 0 })).toBe("small-group");
    expect(ballotAccess({ ballots: 50, longest: 3, unique: 40 })).toBe("public");
  });

  it("B-10 keeps long ballots with many unique ones for the auditors", () => {
    expect(ballotAccess({ ballots: 200, longest: 6, unique: 11 })).toBe("rare-ballots");
    expect(ballotAccess({ ballots: 200, longest: 6, unique: 10 })).toBe("public");
    expect(ballotAccess({ ballots: 200, longest: 5, unique: 150 })).toBe("public");
  });
});
