import { describe, expect, it } from "vitest";
import { type DebateFact, type DutyFact, debateActs, debateOf, isAnswered, responseOf } from "./response";

const day = (number: number) => new Date(Date.UTC(2027, 2, number));
const fact = (duty: DutyFact["duty"], due: number): DutyFact => ({
  duty,
  reachedAt: day(1),
  dueAt: day(due),
});
const debate = (on: number, rest: Partial<DebateFact> = {}): DebateFact => ({
  scheduledFor: day(on),
  heldAt: null,
  notHeldReason: null,
  ...rest,
});

describe("an answer", () => {
  it.each([
    ["is not due without a threshold", [], null, 5, { state: "not_due" }],
    ["is not due for a threshold of another duty", [fact("debate", 9)], null, 5, { state: "not_due" }],
    ["is due", [fact("answer", 9)], null, 5, { state: "due", dueAt: day(9), overdue: false }],
    ["is overdue at the very instant", [fact("answer", 9)], null, 9, { state: "due", overdue: true }],
    ["goes by the earliest threshold", [fact("answer", 20), fact("answer", 9)], null, 10, { overdue: true }],
    ["was given in time", [fact("answer", 9)], day(8), 30, { state: "answered", at: day(8), inTime: true }],
    ["was given too late", [fact("answer", 9)], day(9), 30, { state: "answered", inTime: false }],
    ["was given unasked", [], day(3), 30, { state: "answered", dueAt: null, inTime: null }],
    ["was given before its threshold", [fact("answer", 9)], day(0), 30, { inTime: true }],
  ])("%s", (_title, facts, answeredAt, today, standing) => {
    expect(responseOf(facts as DutyFact[], answeredAt, day(today))).toMatchObject(standing);
  });
});

describe("a debate", () => {
  const due = [fact("answer", 3), fact("debate", 9)];
  it.each([
    ["is not due without a threshold", [], null, 5, { state: "not_due" }],
    ["is due", due, null, 5, { state: "due", dueAt: day(9), overdue: false }],
    ["is overdue", due, null, 9, { state: "due", overdue: true }],
    ["is set", due, debate(8), 5, { state: "scheduled", on: day(8), overdue: false }],
    ["set for too late, is overdue until it takes place", due, debate(12), 10, { overdue: true }],
    ["set unasked, is never overdue", [], debate(8), 30, { state: "scheduled", dueAt: null, overdue: false }],
    [
      "was held in time",
      due,
      debate(8, { heldAt: day(10) }),
      30,
      { state: "held", on: day(8), inTime: true },
    ],
    ["was held too late", due, debate(9, { heldAt: day(9) }), 30, { state: "held", inTime: false }],
    [
      "was not held",
      due,
      debate(8, { notHeldReason: "no quorum" }),
      30,
      { state: "not_held", reason: "no quorum" },
    ],
  ])("%s", (_title, facts, newest, today, standing) => {
    expect(debateOf(facts as DutyFact[], newest as DebateFact | null, day(today))).toMatchObject(standing);
  });

  it.each([
    ["may be set", null, ["schedule"]],
    ["may be moved or given up before its hour", debate(8), ["drop", "schedule"]],
    ["may be held from its hour on", debate(7), ["hold", "drop", "schedule"]],
    ["may be set anew after one that was not held", debate(6, { notHeldReason: "no quorum" }), ["schedule"]],
    ["is over once held", debate(6, { heldAt: day(6) }), []],
  ])("%s", (_title, newest, acts) => {
    expect(debateActs(newest as DebateFact | null, day(7))).toEqual(acts);
  });
});

it("is given to petitions everybody reads, stopped ones too, and not to those refused or taken back", () => {
  const states = [
    "gathering",
    "moderation",
    "returned",
    "refused",
    "open",
    "closed",
    "withdrawn",
    "stopped",
  ] as const;
  expect(states.filter(isAnswered)).toEqual(["open", "closed", "stopped"]);
});
