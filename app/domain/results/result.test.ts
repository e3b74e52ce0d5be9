import { describe, expect, it } from "vitest";
import { ballotAccess, choiceGroups, publishableTurnout } from "./result";

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

describe("choiceGroups", () => {
  it("keeps figures that are large enough", () => {
    expect(choiceGroups([100, 200, 30])).toEqual([
      { from: 0, to: 0, voters: 100 },
      { from: 1, to: 1, voters: 200 },
      { from: 2, to: 2, voters: 30 },
    ]);
  });

  it("A-8 joins figures under ten with their neighbours", () => {
    expect(choiceGroups([4, 200, 30, 9, 0, 1])).toEqual([
      { from: 0, to: 1, voters: 204 },
      { from: 2, to: 2, voters: 30 },
      { from: 3, to: null, voters: 10 },
    ]);
    expect(choiceGroups([20, 3])).toEqual([{ from: 0, to: null, voters: 23 }]);
    expect(choiceGroups([4, 5])).toEqual([]);
  });

  it("puts a long tail into one group", () => {
    const groups = choiceGroups(Array.from({ length: 31 }, () => 10));
    expect(groups).toHaveLength(8);
    expect(groups.at(-1)).toEqual({ from: 7, to: null, voters: 240 });
  });
});
