import { describe, expect, it } from "vitest";
import { isWebAddress } from "./answer";
import { answerForm, readAnswer } from "./answer-form";

const typed = (given: Record<string, string> = {}) =>
  answerForm.parse({
    ...{ version: "0", language: "uk", signedBy: "Голова ради", outcome: "accepted" },
    ...{ body: "Ліхтарі встановлять до першого вересня." },
    ...given,
  });
const complaintsOf = (given: Record<string, string>) =>
  readAnswer(typed(given)).complaints.map(({ field, code, values }) => [field, code, values]);

const minutes = { total_for: "2", total_against: "1", total_abstained: "0", total_absent: "1" };
const names = "Оксана Приклад; за\nМарко Зразок;За\n\nОлена Проба\tпроти\nІван Взірець; відсутній";

describe("an answer as it is typed", () => {
  it("keeps the vote by name and the documents", () => {
    const { content, complaints } = readAnswer(
      typed({ ...minutes, votes: names, documents: "Рішення № 5; https://rada.example/5.pdf" }),
    );
    expect(complaints).toEqual([]);
    expect(content.votes?.map(({ vote }) => vote)).toEqual(["for", "for", "against", "absent"]);
    expect(content.documents).toEqual([{ name: "Рішення № 5", address: "https://rada.example/5.pdf" }]);
  });

  it("needs neither", () => {
    expect(readAnswer(typed())).toMatchObject({ content: { votes: null, documents: [] }, complaints: [] });
  });

  it.each([
    [
      "a total that differs",
      { ...minutes, total_for: "3", votes: names },
      ["total_for", "total_differs_for", { listed: 2, told: 3 }],
    ],
    [
      "a total that is missing",
      { ...minutes, total_absent: "", votes: names },
      ["total_absent", "totals_missing", {}],
    ],
    ["totals without names", minutes, ["votes", "votes_missing", {}]],
    ["a word that is no vote", { votes: "Оксана Приклад; так" }, ["votes", "line_vote", { line: 1 }]],
    [
      "a name twice",
      { votes: "Марко Зразок; за\nмарко зразок; проти" },
      ["votes", "line_twice", { line: 2 }],
    ],
    ["a line of one part", { documents: "\nРішення" }, ["documents", "line_shape", { line: 2 }]],
    [
      "a line of three parts",
      { documents: "Рішення; https://a.example; 5" },
      ["documents", "line_shape", { line: 1 }],
    ],
    ["a correction without a reason", { version: "1" }, ["changeNote", "change_note", {}]],
  ])("is refused with %s", (_title, given, complaint) => {
    expect(complaintsOf(given)).toEqual([complaint]);
  });

  it("names each total that differs", () => {
    expect(complaintsOf({ ...minutes, total_for: "1", total_against: "2", votes: names })).toHaveLength(2);
  });
});

it.each([
  ["https://rada.example/5.pdf?a=1#b", true],
  ["http://рада.example/рішення", true],
  ["javascript:alert(1)", false],
  ["JaVaScRiPt:alert(1)", false],
  ["data:text/html,x", false],
  ["//rada.example/5.pdf", false],
  ["rada.example", false],
  ["https://rada.example@evil.example/", false],
  ["https://rada.example/ 5", false],
])("R-11 of %s a link is made: %s", (address, expected) => {
  expect(isWebAddress(address)).toBe(expected);
});
