import { describe, expect, it } from "vitest";
import { type CardLine, cardProblems, type ScreeningCard } from "./screening-card";

const met: CardLine = { criterionId: "c1", verdict: "met", note: "" };
const notMet: CardLine = { criterionId: "c2", verdict: "not_met", note: "The yard belongs to the railway." };
const admitted: ScreeningCard = {
  outcome: "admitted",
  lines: [met, { criterionId: "c2", verdict: "not_applicable", note: "" }],
  reason: null,
  note: "",
  estimate: { amount: 900, basis: "Prices of the roads department, May 2026" },
  days: null,
};
const refusal: ScreeningCard = {
  ...admitted,
  outcome: "refused",
  lines: [met, notMet],
  reason: "not_municipal_property",
  note: "Ask the railway for its consent first.",
};
const returned: ScreeningCard = { ...refusal, outcome: "returned", reason: null, days: 7 };

describe("cardProblems", () => {
  it.each([
    ["an admission with every criterion met or beside the point", admitted],
    [
      "an estimate that takes the whole envelope",
      { ...admitted, estimate: { ...admitted.estimate, amount: 1_000 } },
    ],
    ["a refusal with reason and words", refusal],
    ["a refusal for a reason no criterion names", { ...refusal, lines: [met] }],
    ["a return for a criterion not met", returned],
    ["a return for a coded reason", { ...returned, lines: [met], reason: "incomplete" as const }],
  ])("accepts %s", (_, card) => {
    expect(cardProblems(card, 1_000)).toEqual([]);
  });

  it.each([
    ["a line left blank", { ...admitted, lines: [{ ...met, verdict: null }] }, ["verdict_missing"]],
    ["not met without a word", { ...refusal, lines: [{ ...notMet, note: "no" }] }, ["not_met_needs_note"]],
    ["an admission against a criterion", { ...admitted, lines: [notMet] }, ["admitted_but_not_met"]],
    [
      "an admission without a cost",
      { ...admitted, estimate: { amount: null, basis: "" } },
      ["amount_missing", "basis_missing"],
    ],
    ["a cost of nothing", { ...admitted, estimate: { ...admitted.estimate, amount: 0 } }, ["amount_missing"]],
    [
      "a cost over the envelope",
      { ...admitted, estimate: { ...admitted.estimate, amount: 1_001 } },
      ["amount_over_envelope"],
    ],
    ["a refusal without a code", { ...refusal, reason: null }, ["reason_missing"]],
    ["a refusal without words", { ...refusal, note: " " }, ["note_missing"]],
    ["a return of a faultless proposal", { ...returned, lines: [met] }, ["nothing_against_it"]],
    ["a return without a term", { ...returned, days: null }, ["days_wrong"]],
    ["a return for a year", { ...returned, days: 365 }, ["days_wrong"]],
    ["a return for half a day", { ...returned, days: 0.5 }, ["days_wrong"]],
  ] as const)("finds fault with %s", (_, card, codes) => {
    expect(cardProblems(card as ScreeningCard, 1_000).map(({ code }) => code)).toEqual(codes);
  });

  it("does not admit what no envelope can pay for", () => {
    expect(cardProblems(admitted, null).map(({ code }) => code)).toEqual(["no_envelope"]);
  });
});
