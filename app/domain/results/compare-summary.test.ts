import { describe, expect, it } from "vitest";
import { buildElection } from "~/domain/tally/election-builder";
import { outcomeUnder } from "./compare-outcomes";
import {
  type ComparedList,
  comparedLists,
  compareParts,
  compareProjects,
  summarise,
} from "./compare-summary";
import type { ResultList } from "./published-result";

const projects = [
  { id: "1", cost: "60", category: "Парки", area: "Північ" },
  { id: "2", cost: "40", category: "Парки, Діти", area: "Південь" },
  { id: "3", cost: "50", category: "Діти", area: "Північ" },
  { id: "4", cost: "90", category: "", area: "Північ" },
];
const ballots = [
  { choices: ["1", "2"], weight: 6 },
  { choices: ["3"], weight: 5 },
  { choices: ["2"], weight: 1 },
];
const RULES = ["greedy_votes", "mes_cost_add1u", "phragmen"];

function compared(): ComparedList {
  const built = buildElection({ voteType: "approval", budget: "100", projects, ballots });
  if (!built.ok) throw new Error(built.problem.code);
  const outcomes = RULES.map((rule) => outcomeUnder(built.value, rule, "project_code"));
  const rows = projects.map(({ id, cost, category, area }, index) => ({
    code: id,
    cost: Number(cost) * 100,
    category,
    area,
    place: index + 1,
  }));
  return { list: { key: "community", ballots: 12, projects: rows } as unknown as ResultList, outcomes };
}

describe("summarise", () => {
  it("adds lists up, money in minor units and means by ballots", () => {
    const one = compared();
    const [used] = summarise([one], "UAH");
    expect(used).toMatchObject({
      rule: "greedy_votes",
      used: true,
      funded: 2,
      spent: 100_00,
      ballots: 12,
      served: 7,
    });
    expect(used?.choices).toBeCloseTo(13 / 12);
    const [twice] = summarise([one, one], "UAH");
    expect(twice).toMatchObject({ funded: 4, spent: 200_00, ballots: 24, served: 14 });
    expect(twice?.gini).toBeCloseTo(used?.gini ?? Number.NaN);
  });
});

describe("compareProjects", () => {
  it("names the projects that the rule decides", () => {
    const { disputed, always, never } = compareProjects([compared()]);
    expect({ always, never }).toEqual({ always: 1, never: 1 });
    expect(disputed.map(({ project }) => project.code).sort()).toEqual(["1", "3"]);
    const third = disputed.find(({ project }) => project.code === "3");
    expect(third?.funded[0]).toBe(false);
    expect(third?.funded).toContain(true);
  });
});

describe("compareParts", () => {
  it("counts a project in each of its categories", () => {
    const parts = compareParts([compared()], "category");
    const greedy = Object.fromEntries((parts ?? []).map(({ name, byRule }) => [name, byRule[0]]));
    expect(greedy).toMatchObject({
      Парки: { rule: "greedy_votes", funded: 2, spent: 100_00 },
      Діти: { funded: 1, spent: 40_00 },
      "": { funded: 0, spent: 0 },
    });
  });

  it("says nothing where all projects are of one part", () => {
    const { list, outcomes } = compared();
    const same = { ...list, projects: list.projects.map((project) => ({ ...project, area: "" })) };
    expect(compareParts([{ list: same, outcomes }], "area")).toBeNull();
  });
});

describe("comparedLists", () => {
  it("keeps the lists that have been compared", () => {
    const { list, outcomes } = compared();
    const other = { ...list, key: "north" };
    expect(comparedLists([other, list], new Map([["community", outcomes]]))).toEqual([{ list, outcomes }]);
  });
});
