import { describe, expect, it } from "vitest";
import { readCard, screeningForm } from "./screening-form";

const criteria = [
  { id: "c1", number: 1 },
  { id: "c2", number: 2 },
];
const typed = {
  version: "1",
  verdict_1: "met",
  note_1: "",
  verdict_2: "not_applicable",
  note_2: "",
  outcome: "admitted",
  reason: "",
  note: "",
  amount: "120 тис.",
  basis: "Прейскурант управління благоустрою",
  days: "7",
};
const form = screeningForm(criteria);
const read = (change: Partial<typeof typed>) =>
  readCard(form.parse({ ...typed, ...change }), criteria, 20_000_000);

describe("screeningForm", () => {
  it("reads a card as it is shown", () => {
    const { card, problems } = read({});
    expect(problems).toEqual([]);
    expect(card).toEqual({
      outcome: "admitted",
      lines: [
        { criterionId: "c1", verdict: "met", note: "" },
        { criterionId: "c2", verdict: "not_applicable", note: "" },
      ],
      reason: null,
      note: "",
      estimate: { amount: 12_000_000, basis: typed.basis },
      days: 7,
    });
  });

  it("says at which field, and for which criterion", () => {
    const { verdict_2: _, ...rest } = typed;
    const { problems } = readCard(
      form.parse({ ...rest, verdict_1: "not_met", amount: "much", outcome: "refused" }),
      criteria,
      1,
    );
    expect(problems).toEqual([
      { field: "note_1", code: "not_met_needs_note", values: { number: 1 } },
      { field: "verdict_2", code: "verdict_missing", values: { number: 2 } },
      { field: "reason", code: "reason_missing", values: {} },
      { field: "note", code: "note_missing", values: {} },
    ]);
    expect(read({ amount: "much" }).problems).toEqual([
      { field: "amount", code: "amount_unclear", values: {} },
    ]);
  });

  it("drops a reason that stands beside an admission", () => {
    expect(read({ reason: "duplicate" }).card.reason).toBeNull();
  });

  it.each([
    ["an outcome of its own", { outcome: "maybe" }],
    ["a verdict of its own", { verdict_1: "yes" }],
    ["a criterion of another round", { verdict_3: "met" }],
    ["a state", { state: "admitted" }],
  ])("S-3 S-31 refuses %s", (_, change) => {
    expect(form.safeParse({ ...typed, ...change }).success).toBe(false);
  });
});
