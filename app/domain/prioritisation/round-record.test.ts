import { describe, expect, it } from "vitest";
import { STAGE_KINDS } from "./round";
import { roundStatus } from "./round-record";

const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 10, number, hour));
const stages = STAGE_KINDS.map((kind, index) => ({
  kind,
  opensAt: day(2 + index * 2),
  closesAt: day(3 + index * 2),
}));
const nothing = { publishedAt: null, lockedAt: null, closedAt: null, resultPublishedAt: null, stages };
const published = { ...nothing, publishedAt: day(1) };
const locked = { ...published, lockedAt: day(6) };

describe("roundStatus", () => {
  it.each([
    ["unpublished", nothing, day(2), "draft", null],
    ["before submission", published, day(1), "announced", day(2)],
    ["during submission", published, day(2, 1), "submission", day(3)],
    ["between submission and screening", published, day(3), "before_voting", day(6)],
    ["during screening", published, day(4), "screening", day(5)],
    ["before the vote", published, day(5), "before_voting", day(6)],
    ["at the start of the vote, not locked yet", published, day(6), "opening", day(7)],
    ["during the vote", locked, day(6, 1), "voting", day(7)],
    ["after the end, not closed yet", locked, day(7), "counting", null],
    ["closed before the page's clock says so", { ...locked, closedAt: day(7) }, day(6, 23), "counting", null],
    [
      "with a provisional result",
      { ...locked, closedAt: day(7), resultPublishedAt: day(7) },
      day(8),
      "objections",
      day(9),
    ],
    [
      "after the objections",
      { ...locked, closedAt: day(7), resultPublishedAt: day(7) },
      day(9),
      "finished",
      null,
    ],
    [
      "imported, with the vote only",
      { ...locked, resultPublishedAt: day(7), stages: stages.slice(2, 3) },
      day(20),
      "finished",
      null,
    ],
  ])("%s", (_, round, now, code, date) => {
    expect(roundStatus(round, now)).toEqual({ code, date });
  });
});
