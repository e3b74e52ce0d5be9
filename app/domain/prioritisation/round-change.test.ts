import { describe, expect, it } from "vitest";
import { STAGE_KINDS, type Stage, type StageKind } from "./round";
import { decideChange, type RoundFacts } from "./round-change";
import { type RoundSetup, SUGGESTED_RULES, setupProblems } from "./round-setup";
import { differences } from "./round-sheet";

const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 10, number, hour));
const stages: Stage[] = STAGE_KINDS.map((kind, index) => ({
  kind,
  opensAt: day(1 + index),
  closesAt: day(2 + index),
}));
const text = { uk: "Так", ru: "Да", en: "Yes" };
const setup: RoundSetup = {
  title: text,
  summary: text,
  rules: SUGGESTED_RULES,
  stages,
  envelopes: [
    { districtId: null, amount: 1_000 },
    { districtId: "d1", amount: 500 },
  ],
  criteria: [{ question: text, rule: text }],
};
const stage = (kind: StageKind, change: Partial<Stage>): RoundSetup => ({
  ...setup,
  stages: stages.map((old) => (old.kind === kind ? { ...old, ...change } : old)),
});
const rules = (change: Partial<RoundSetup["rules"]>): RoundSetup => ({
  ...setup,
  rules: { ...setup.rules, ...change },
});

const draft: RoundFacts = {
  publishedAt: null,
  lockedAt: null,
  closedAt: null,
  resultPublishedAt: null,
  screened: false,
  now: day(1),
};
const published = { ...draft, publishedAt: day(1) };
const locked = { ...published, lockedAt: day(3), now: day(3, 12), screened: true };
const closed = { ...locked, closedAt: day(4), now: day(4, 12) };
const finished = { ...closed, resultPublishedAt: day(5) };
const because = "The council moved its session, decision 14.";

describe("decideChange", () => {
  it.each([
    ["a draft, anything", draft, rules({ ballot: "knapsack" }), ""],
    ["a published round, anything", published, rules({ maxChoices: 3 }), ""],
    [
      "a published round, the envelopes",
      published,
      { ...setup, envelopes: [{ districtId: "d2", amount: 1 }] },
      "",
    ],
    ["a published round, the criteria nobody used", published, { ...setup, criteria: [] }, ""],
    ["a locked round, nothing", locked, setup, ""],
    ["a locked round, a later end of the vote", locked, stage("voting", { closesAt: day(4, -1) }), because],
    [
      "a locked round, a larger envelope",
      locked,
      {
        ...setup,
        envelopes: [
          { districtId: null, amount: 1_001 },
          { districtId: "d1", amount: 500 },
        ],
      },
      because,
    ],
    ["a locked round, the tie order", locked, rules({ tieOrder: "project_code" }), because],
    ["a closed round, the objections", closed, stage("objections", { closesAt: day(5, -2) }), because],
  ])("S-9 allows %s", (_, facts, after, reason) => {
    expect(decideChange(setup, after, facts, reason)).toMatchObject({
      done: true,
      value: differences(setup, after),
    });
  });

  it.each([
    [
      "voting before the present",
      { ...published, now: day(3) },
      stage("voting", { closesAt: day(4, -1) }),
      "",
      "voting_in_the_past",
    ],
    ["a calendar without order", draft, stage("voting", { opensAt: day(2) }), "", "calendar_order"],
    [
      "criteria that cards refer to",
      { ...published, screened: true },
      { ...setup, criteria: [] },
      "",
      "criteria_in_use",
    ],
    ["a locked round without a reason", locked, rules({ minimumVotes: 5 }), "because", "reason_required"],
    ["another ballot while people vote", locked, rules({ ballot: "knapsack" }), because, "ballot_fixed"],
    [
      "another number of choices while people vote",
      locked,
      rules({ maxChoices: 6 }),
      because,
      "ballot_fixed",
    ],
    [
      "a list taken from the ballot",
      locked,
      { ...setup, envelopes: setup.envelopes.slice(0, 1) },
      because,
      "areas_fixed",
    ],
    [
      "a list changed for another",
      locked,
      {
        ...setup,
        envelopes: [
          { districtId: null, amount: 1_000 },
          { districtId: "d2", amount: 500 },
        ],
      },
      because,
      "areas_fixed",
    ],
    [
      "a smaller envelope",
      locked,
      {
        ...setup,
        envelopes: [
          { districtId: null, amount: 999 },
          { districtId: "d1", amount: 500 },
        ],
      },
      because,
      "envelope_smaller",
    ],
    [
      "an end that has passed",
      { ...locked, now: day(4, 1) },
      stage("voting", { closesAt: day(4, -1) }),
      because,
      "past_fixed",
    ],
    [
      "an end in the past",
      locked,
      stage("voting", { closesAt: day(3, 11) }),
      because,
      "new_date_in_the_past",
    ],
    ["the rules after the vote", closed, rules({ minimumVotes: 5 }), because, "voting_over"],
    [
      "the envelopes after the vote",
      closed,
      {
        ...setup,
        envelopes: [
          { districtId: null, amount: 2_000 },
          { districtId: "d1", amount: 500 },
        ],
      },
      because,
      "voting_over",
    ],
    [
      "a round with a published result",
      finished,
      stage("objections", { closesAt: day(5, -2) }),
      because,
      "finished",
    ],
  ] as const)("S-9 refuses %s", (_, facts, after, reason, expected) => {
    expect(decideChange(setup, after as RoundSetup, facts, reason)).toEqual({
      done: false,
      reason: expected,
    });
  });
});

describe("differences", () => {
  it("names each changed value once, with what it was", () => {
    const after = {
      ...stage("voting", { closesAt: day(4, -1) }),
      title: { ...text, en: "No" },
      envelopes: [setup.envelopes[0] ?? { districtId: null, amount: 0 }],
    };
    expect(differences(setup, after)).toEqual([
      { field: "title.en", before: "Yes", after: "No" },
      {
        field: "stage.voting.closesAt",
        before: "2026-11-04T00:00:00.000Z",
        after: "2026-11-03T23:00:00.000Z",
      },
      { field: "envelope.d1", before: "500", after: "" },
    ]);
  });

  it("sees no change in another order of the bases", () => {
    const { eligibility } = setup.rules;
    expect(
      differences(setup, rules({ eligibility: { ...eligibility, bases: [...eligibility.bases].reverse() } })),
    ).toEqual([]);
  });
});

describe("setupProblems", () => {
  const languages = ["uk", "ru", "en"] as const;
  const codes = (of: RoundSetup, now = day(1)) => setupProblems(of, languages, now).map(({ code }) => code);

  it("finds nothing wrong with a complete set-up", () => {
    expect(codes(setup)).toEqual([]);
  });

  it.each([
    ["no_envelope", { ...setup, envelopes: [] }],
    ["no_choices", rules({ maxChoices: 0 })],
    ["no_basis", rules({ eligibility: { ...setup.rules.eligibility, bases: [] } })],
    ["title_missing", { ...setup, title: { uk: "Так", ru: " " } }],
    ["no_calendar", { ...setup, stages: [] }],
    ["calendar_order", stage("voting", { closesAt: day(1) })],
    ["no_criterion", { ...setup, criteria: [] }],
    ["criterion_missing_language", { ...setup, criteria: [{ question: text, rule: { uk: "Так" } }] }],
  ] as const)("names %s", (code, of) => {
    expect(codes(of as RoundSetup)).toEqual([code]);
  });

  it("S-9 does not let a vote open in the past", () => {
    expect(codes(setup, day(3))).toEqual(["voting_in_the_past"]);
  });
});
