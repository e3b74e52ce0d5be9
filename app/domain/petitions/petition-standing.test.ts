import { describe, expect, it } from "vitest";
import { authorActs } from "./author";
import type { PetitionState, PetitionStep } from "./petition";
import { newestFact, reviewOf, type StandingDates, standingOf } from "./petition-standing";

const now = new Date("2026-03-04T12:00Z");
const before = new Date("2026-03-03T12:00Z");
const after = new Date("2026-03-05T12:00Z");
const nothing: StandingDates = {
  gatheringUntil: null,
  moderationUntil: null,
  reworkUntil: null,
  closesAt: null,
  reviewUntil: null,
  reviewDueAt: null,
};

describe("the sentence for the author", () => {
  it.each<[PetitionState, Partial<StandingDates>, string, Date | null, boolean]>([
    ["gathering", { gatheringUntil: after }, "gathering", after, false],
    ["moderation", { moderationUntil: after }, "moderation", after, false],
    ["moderation", { moderationUntil: before }, "moderation", before, true],
    ["returned", { reworkUntil: after }, "returned", after, false],
    ["returned", { reworkUntil: before }, "returned_late", before, false],
    ["refused", { reviewUntil: after }, "refused", after, false],
    ["refused", { reviewUntil: before }, "refused_final", null, false],
    ["refused", {}, "refused_final", null, false],
    ["refused", { reviewDueAt: after }, "in_review", after, false],
    ["refused", { reviewDueAt: before }, "in_review", before, true],
    ["open", { closesAt: after }, "open", after, false],
    ["closed", { closesAt: before }, "closed", null, false],
    ["withdrawn", {}, "withdrawn", null, false],
    ["stopped", {}, "stopped", null, false],
  ])("in %s with %j is %s", (state, dates, code, date, overdue) => {
    expect(standingOf(state, { ...nothing, ...dates }, now)).toEqual({ code, date, overdue });
  });
});

describe("facts", () => {
  const facts = (...steps: PetitionStep[]) => steps.map((step) => ({ step, at: now, dueAt: null }));

  it.each<[PetitionStep[], string]>([
    [["file", "second"], "none"],
    [["refuse"], "none"],
    [["refuse", "ask_review"], "waiting"],
    [["refuse", "ask_review", "reject_review"], "decided"],
    [["refuse", "ask_review", "hide"], "waiting"],
    [["refuse", "ask_review", "restore", "reach_threshold"], "decided"],
  ])("after %j the review is %s", (steps, review) => {
    expect(reviewOf(facts(...steps))).toBe(review);
  });

  it("the newest of a step counts", () => {
    const twice = [
      { step: "return" as const, at: before, dueAt: before },
      { step: "return" as const, at: now, dueAt: after },
    ];
    expect(newestFact(twice, "return")?.dueAt).toBe(after);
    expect(newestFact(twice, "file")).toBeUndefined();
  });
});

describe("what the author may do", () => {
  it.each<[PetitionState, Date | null, string[]]>([
    ["gathering", null, ["mayShare", "mayWithdraw"]],
    ["moderation", null, ["mayWithdraw"]],
    ["returned", after, ["mayRework", "mayWithdraw"]],
    ["returned", before, ["mayWithdraw"]],
    ["refused", after, ["mayAskReview"]],
    ["refused", before, []],
    ["refused", null, []],
    ["open", null, ["mayWithdraw"]],
    ["closed", null, []],
    ["withdrawn", null, []],
    ["stopped", null, []],
  ])("in %s until %s is %j", (state, until, wanted) => {
    const acts = Object.entries(authorActs(state, { reworkUntil: until, reviewUntil: until }, now));
    expect(acts.flatMap(([act, may]) => (may ? [act] : [])).sort()).toEqual(wanted);
  });
});
