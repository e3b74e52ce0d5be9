import { describe, expect, it } from "vitest";
import { type BallotList, type BallotRules, checkChoices, firstSentence, listState } from "./ballot";

const project = (id: string, cost: number) => ({
  id,
  code: id,
  title: id,
  summary: "",
  language: "uk",
  cost,
  area: "",
  initiativeNumber: null,
});
const city: BallotList = {
  envelopeId: "city",
  districtId: null,
  amount: 100,
  projects: [project("a", 60), project("b", 40), project("c", 30)],
};
const own: BallotList = {
  envelopeId: "own",
  districtId: "d1",
  amount: 50,
  projects: [project("x", 50), project("y", 1)],
};
const approval: BallotRules = { ballot: "approval", maxChoices: 2 };
const knapsack: BallotRules = { ballot: "knapsack", maxChoices: 1 };

describe("checkChoices", () => {
  it.each([
    ["up to the number on each list", approval, ["a", "b", "x", "y"], "accepted"],
    ["one more than the number on one list", approval, ["a", "b", "c"], "too_many"],
    ["over the sum where only the number counts", approval, ["x", "y"], "accepted"],
    ["exactly the sum", knapsack, ["a", "b", "x"], "accepted"],
    ["one unit over the sum", knapsack, ["x", "y"], "too_expensive"],
    ["more than the number where only the sum counts", knapsack, ["b", "c"], "accepted"],
    ["nothing", approval, [], "nothing_chosen"],
    ["a project of another list", approval, ["a", "z"], "unknown_project"],
    ["a list left empty", approval, ["x"], "accepted"],
  ] as const)("answers for %s", (_, rules, choices, expected) => {
    const outcome = checkChoices(rules, [city, own], choices);
    expect(outcome.done ? "accepted" : outcome.reason).toBe(expected);
  });

  it("counts a project named twice once", () => {
    const outcome = checkChoices(approval, [city], ["a", "a", "b"]);
    expect(outcome).toEqual({ done: true, value: [{ envelopeId: "city", choices: ["a", "b"] }] });
  });
});

describe("listState", () => {
  it("adds up number and cost while choosing goes over", () => {
    expect(listState(knapsack, city, new Set(["a", "b", "c", "x"]))).toEqual({
      envelopeId: "city",
      chosen: ["a", "b", "c"],
      cost: 130,
      over: "too_expensive",
    });
  });
});

describe("firstSentence", () => {
  it.each([
    ["Build a ramp. It helps all.", "Build a ramp."],
    ["Лавки біля школи!\nІ дерева.", "Лавки біля школи!"],
    ["No full stop", "No full stop"],
    ["Вул. Садова 3.5 м завширшки", "Вул."],
    ["", ""],
  ])("of %j", (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });

  it("cuts a long sentence at a word", () => {
    expect(firstSentence("word ".repeat(50), 21)).toBe("word word word word…");
  });
});
