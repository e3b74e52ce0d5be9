import { describe, expect, it } from "vitest";
import { openMatters, upcomingMatters } from "./open-matters";
import type { StageKind } from "./round";
import type { RoundRecord } from "./round-record";

const now = new Date("2026-11-21T12:00:00Z");
const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
const stage = (kind: StageKind, opens: number, closes: number) => ({
  kind,
  opensAt: at(opens),
  closesAt: at(closes),
});

function round(slug: string, change: Partial<RoundRecord>): RoundRecord {
  return {
    id: slug,
    slug,
    title: { uk: slug },
    summary: {},
    rules: {} as RoundRecord["rules"],
    rulesVersion: 1,
    source: null,
    publishedAt: at(-50),
    lockedAt: null,
    closedAt: null,
    resultPublishedAt: null,
    stages: [],
    envelopes: [],
    criteria: [],
    ...change,
  };
}

const voting = round("voting", {
  lockedAt: at(-2),
  stages: [stage("submission", -40, -30), stage("voting", -2, 9), stage("objections", 10, 20)],
  envelopes: [{ id: "e1", districtId: "d1", amount: 100 }],
});
const submission = round("submission", {
  stages: [stage("submission", -1, 3), stage("voting", 30, 40)],
  envelopes: [
    { id: "e2", districtId: null, amount: 100 },
    { id: "e3", districtId: "d1", amount: 100 },
  ],
});
const over = round("over", {
  lockedAt: at(-30),
  closedAt: at(-20),
  resultPublishedAt: at(-19),
  stages: [stage("voting", -30, -20)],
});
const draft = round("draft", { publishedAt: null, stages: [stage("submission", -1, 1)] });

describe("openMatters", () => {
  it("lists what is open, the soonest to close first, with its money", () => {
    const [first, second] = openMatters([voting, over, submission, draft], now);
    expect(first).toEqual({
      kind: "submission",
      slug: "submission",
      title: { uk: "submission" },
      closesAt: at(3),
      envelopes: [
        { districtId: null, amount: 100 },
        { districtId: "d1", amount: 100 },
      ],
    });
    expect([second?.kind, second?.slug, second?.closesAt]).toEqual(["voting", "voting", at(9)]);
  });

  it("does not call a vote open whose rules are not locked", () => {
    expect(openMatters([{ ...voting, lockedAt: null }], now)).toEqual([]);
  });

  it("is over at the last instant", () => {
    expect(openMatters([submission], at(3))).toEqual([]);
  });
});

describe("upcomingMatters", () => {
  it("lists stages still to open, the soonest first", () => {
    expect(
      upcomingMatters([submission, over, voting], now).map(({ kind, slug }) => `${slug} ${kind}`),
    ).toEqual(["voting objections", "submission voting"]);
  });
});
