import { describe, expect, it } from "vitest";
import { countElection } from "./count";
import type { CountResult } from "./count-result";
import type { ElectionInput } from "./election";
import { buildElection } from "./election-builder";

const RULES = ["greedy_votes", "mes_cost_add1u", "phragmen"] as const;

function count(
  rule: string,
  input: Partial<ElectionInput> & Pick<ElectionInput, "projects" | "ballots">,
): CountResult {
  const built = buildElection({ voteType: "approval", budget: 100, ...input });
  if (!built.ok) throw new Error(built.problem.code);
  const counted = countElection(built.value, rule);
  if (!counted.ok) throw new Error(counted.problem.code);
  return counted.value;
}

const reasonOf = (result: CountResult, id: string) => result.projects.find((project) => project.id === id);

describe.each(RULES)("conditions apart from votes, under %s", (rule) => {
  const projects = [
    { id: "a", cost: 30 },
    { id: "b", cost: 30 },
    { id: "c", cost: 30 },
  ];
  const ballots = [
    { choices: ["a"], weight: 6 },
    { choices: ["b"], weight: 5 },
    { choices: ["c"], weight: 4 },
  ];

  it("funds one of a group that excludes each other", () => {
    const exclusive = projects.map((project) =>
      project.id === "c" ? project : { ...project, exclusiveGroups: ["site"] },
    );
    const result = count(rule, { projects: exclusive, ballots });
    expect([...result.selected].sort()).toEqual(["a", "c"]);
    expect(reasonOf(result, "b")).toMatchObject({ reason: "excluded-by-winner", numbers: { by: "a" } });
  });

  it("funds a project that needs another only with it", () => {
    const chained = projects.map((project) =>
      project.id === "a" ? { ...project, requires: ["c"] } : project,
    );
    const result = count(rule, { projects: chained, ballots });
    expect(result.selected.indexOf("a")).toBeGreaterThan(result.selected.indexOf("c"));
    const without = count(rule, {
      projects: chained.map((project) => (project.id === "c" ? { ...project, cost: 900 } : project)),
      ballots,
    });
    expect(reasonOf(without, "a")).toMatchObject({
      funded: false,
      reason: "needed-project-not-funded",
      numbers: { needs: "c" },
    });
  });

  it("never draws more from an envelope than it holds, and the whole cost from one", () => {
    const envelopes = [
      { id: "parks", amount: 40 },
      { id: "roads", amount: 60 },
    ];
    const result = count(rule, {
      envelopes,
      projects: [
        { id: "a", cost: 30, envelopes: ["parks"] },
        { id: "b", cost: 30, envelopes: ["parks", "roads"] },
        { id: "c", cost: 35, envelopes: ["parks", "roads"] },
      ],
      ballots,
    });
    expect([...result.selected].sort()).toEqual(["a", "b"]);
    expect(reasonOf(result, "c")?.funded).toBe(false);
  });

  it("leaves out what is below the minimum of votes", () => {
    const result = count(rule, { projects, ballots, minimumVotes: 5 });
    expect([...result.selected].sort()).toEqual(["a", "b"]);
    expect(reasonOf(result, "c")).toMatchObject({
      reason: "below-minimum-votes",
      numbers: { score: "4", minimum: "5" },
    });
  });
});

describe("conditions that cannot hold", () => {
  it.each([
    [{ projects: [{ id: "a", cost: 1, requires: ["a"] }] }, "requires-itself"],
    [{ projects: [{ id: "a", cost: 1, requires: ["z"] }] }, "project-unknown"],
    [{ projects: [{ id: "a", cost: 1 }], envelopes: [{ id: "x", amount: 5 }] }, "envelope-unknown"],
    [{ projects: [], envelopes: [{ id: "x", amount: 500 }] }, "envelopes-exceed-budget"],
    [
      {
        projects: [],
        envelopes: [
          { id: "x", amount: 5 },
          { id: "x", amount: 5 },
        ],
      },
      "envelope-twice",
    ],
  ] as const)("are refused (%#)", (input, code) => {
    expect(buildElection({ voteType: "approval", budget: 100, ballots: [], ...input })).toMatchObject({
      problem: { code },
    });
  });
});
