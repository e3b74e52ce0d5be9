import { describe, expect, it } from "vitest";
import {
  projectPath,
  type ResultList,
  type ResultProject,
  readSorting,
  sortProjects,
  totalsOf,
} from "./published-result";

function project(code: string, given: Partial<ResultProject> = {}): ResultProject {
  const base = {
    title: code,
    language: "uk",
    cost: 100,
    category: "",
    area: "",
    votes: 1,
    score: 1,
    place: 1,
  };
  const reason = { code: "funded-in-turn" as const, values: {} };
  return { ...base, code, funded: true, round: 1, initiative: null, missing: null, reason, ...given };
}

const list = (key: string, projects: ResultProject[], given: object = {}) =>
  ({
    key,
    projects,
    amount: 500,
    ballots: 10,
    fundedChoices: [4, 5, 1],
    count: { votersWithWinner: 6 },
    ...given,
  }) as ResultList;

const rows = [
  project("a", { place: 3, cost: 300, score: 5, title: "Яр", funded: false }),
  project("b", { place: 1, cost: 100, score: 9, title: "Ґанок" }),
  project("c", { place: 2, cost: 300, score: 7, title: "Сквер 10" }),
];

describe("sortProjects", () => {
  const collator = new Intl.Collator("uk", { numeric: true });
  const codes = (sort: string | null) =>
    sortProjects(rows, readSorting(sort), collator.compare)
      .map(({ code }) => code)
      .join("");

  it.each([
    [null, "bca"],
    ["place", "bca"],
    ["-place", "acb"],
    ["cost", "bca"],
    ["-cost", "cab"],
    ["-votes", "bca"],
    ["project", "bca"],
    ["result", "bca"],
    ["constructor", "bca"],
  ])("by %s", (sort, order) => {
    expect(codes(sort)).toBe(order);
  });
});

it("adds lists up", () => {
  expect(totalsOf([list("community", rows), list("D1", [project("d")])])).toEqual({
    funded: 3,
    total: 4,
    spent: 500,
    budget: 1000,
    ballots: 20,
    satisfied: 12,
    choices: 14,
  });
});

it("names the list in an address only where the number alone is not enough", () => {
  const first = list("community", [project("1"), project("A/2")]);
  const second = list("D 1", [project("1")]);
  expect(projectPath("/r", [first, second], second, "1")).toBe("/r/1?list=D%201");
  expect(projectPath("/r", [first, second], first, "A/2")).toBe("/r/A%2F2");
});
