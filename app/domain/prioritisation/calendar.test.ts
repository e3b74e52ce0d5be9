import { describe, expect, it } from "vitest";
import { calendarProblems } from "./calendar";
import { STAGE_KINDS, type Stage, type StageKind } from "./round";

/** Stages one after the other, each a day long, in November 2026. */
const good: Stage[] = STAGE_KINDS.map((kind, index) => ({
  kind,
  opensAt: new Date(Date.UTC(2026, 10, 1 + index)),
  closesAt: new Date(Date.UTC(2026, 10, 2 + index)),
}));
const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const changed = (kind: StageKind, change: Partial<Stage>) =>
  good.map((stage) => (stage.kind === kind ? { ...stage, ...change } : stage));

describe("calendarProblems", () => {
  it.each([
    ["one stage after the other", good],
    ["screening while proposals come in", changed("screening", { opensAt: day(1) })],
    ["pauses between stages", changed("voting", { opensAt: new Date(Date.UTC(2026, 10, 3, 12)) })],
  ])("S-9 finds nothing wrong with %s", (_, stages) => {
    expect(calendarProblems(stages)).toEqual([]);
  });

  it.each([
    [
      "a stage that ends when it begins",
      changed("voting", { closesAt: day(3) }),
      "voting closesAt ends_before_it_begins",
    ],
    [
      "screening before submission",
      changed("screening", { opensAt: new Date(0) }),
      "screening opensAt begins_before_submission",
    ],
    [
      "screening that ends before submission",
      changed("screening", { opensAt: day(1), closesAt: new Date(Date.UTC(2026, 10, 1, 12)) }),
      "screening closesAt ends_before_submission",
    ],
    ["voting during screening", changed("voting", { opensAt: day(2) }), "voting opensAt overlaps"],
    ["objections during the vote", changed("objections", { opensAt: day(3) }), "objections opensAt overlaps"],
    ["the result during objections", changed("result", { opensAt: day(4) }), "result opensAt overlaps"],
    ["a stage left out", good.filter(({ kind }) => kind !== "objections"), "objections opensAt missing"],
  ])("S-9 names %s", (_, stages, expected) => {
    expect(calendarProblems(stages).map(({ stage, edge, code }) => `${stage} ${edge} ${code}`)).toEqual([
      expected,
    ]);
  });

  it("names every missing stage of an empty calendar", () => {
    expect(calendarProblems([]).map(({ stage }) => stage)).toEqual([...STAGE_KINDS]);
  });
});
