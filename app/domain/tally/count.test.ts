import { describe, expect, it } from "vitest";
import { breakDown } from "./breakdown";
import { countElection } from "./count";
import type { CountResult } from "./count-result";
import type { Election, ElectionInput } from "./election";
import { buildElection } from "./election-builder";
import { agreement } from "./replay";
import { isRuleName, ruleNamed, rulesFor } from "./rules";
import { compareIds, tieRanks } from "./tie-order";

function build(input: Partial<ElectionInput>): Election {
  const built = buildElection({ voteType: "approval", budget: 100, projects: [], ballots: [], ...input });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

function count(election: Election, rule: string, tieOrder?: string[]): CountResult {
  const counted = countElection(election, rule, tieOrder ? { tieOrder } : {});
  if (!counted.ok) throw new Error(counted.problem.code);
  return counted.value;
}

const three = build({
  projects: [
    { id: "a", cost: 60, district: "north", categories: ["green"] },
    { id: "b", cost: 60, district: "south", categories: ["green", "play"] },
    { id: "c", cost: 40, district: "south" },
  ],
  ballots: [
    { choices: ["a"], weight: 5 },
    { choices: ["b"], weight: 5 },
    { choices: ["c"], weight: 3 },
  ],
});

describe("ties", () => {
  it("a greedy tie that decides who wins is recorded, with who was equal and who was chosen", () => {
    const { ties, tieOrder, selected } = count(three, "greedy_votes");
    expect(selected).toEqual(["a", "c"]);
    expect(ties).toEqual([{ round: 1, tied: ["a", "b"], chosen: "a", decisive: true }]);
    expect(tieOrder).toBe("id");
  });

  it("a stated order decides instead of the ids, in every method", () => {
    for (const rule of ["greedy_votes", "mes_cost_add1u", "phragmen"]) {
      const result = count(three, rule, ["b"]);
      expect(result.selected, rule).toContain("b");
      expect(result.selected, rule).not.toContain("a");
      expect(result.tieOrder).toBe("list");
    }
  });

  it("equal projects that both win are no tie under greedy", () => {
    const roomy = build({
      projects: [
        { id: "a", cost: 10 },
        { id: "b", cost: 10 },
      ],
      ballots: [{ choices: ["a", "b"] }],
    });
    expect(count(roomy, "greedy_votes").ties).toEqual([]);
    expect(count(roomy, "mes_cost").ties).toMatchObject([{ tied: ["a", "b"], chosen: "a", decisive: false }]);
  });

  it("ids compare by code point, not by half of a surrogate pair", () => {
    expect(["10", "9", "a", "Z", "\u{1F600}", "\uFFFD"].sort(compareIds)).toEqual([
      "10",
      "9",
      "Z",
      "a",
      "\uFFFD",
      "\u{1F600}",
    ]);
    expect([...tieRanks(["b", "a", "c"], ["c"])]).toEqual([2, 1, 0]);
  });

  it("an order that names a stranger is refused", () => {
    expect(countElection(three, "greedy", { tieOrder: ["z"] })).toMatchObject({
      problem: { code: "tie-order-unknown-project", subject: "z" },
    });
  });
});

describe("rules", () => {
  it("short names mean what a city would mean", () => {
    expect(ruleNamed("greedy", "ordinal")?.id).toBe("greedy_borda");
    expect(ruleNamed("equal-shares", "approval")?.id).toBe("mes_cost_add1u");
    expect(ruleNamed("equal-shares", "cumulative")?.id).toBe("mes_points_cost_add1u");
  });

  it("a rule for other ballots is refused", () => {
    expect(countElection(three, "mes_points")).toMatchObject({
      problem: { code: "rule-unknown-for-ballots" },
    });
    expect([isRuleName("mes_points"), isRuleName("phragmen"), isRuleName("dictator")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("every id is told once", () => {
    const ids = rulesFor("ordinal").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("what is told of each project", () => {
  it("reasons come with their numbers", () => {
    expect(count(three, "greedy_votes").projects[1]).toMatchObject({
      funded: false,
      reason: "does-not-fit",
      numbers: { cost: "60", left: "40", missing: "20" },
    });
    const shares = count(three, "mes_cost");
    expect(shares.projects[0]).toMatchObject({ reason: "supporters-lack-money", votes: 5 });
    expect(Number(shares.projects[0]?.numbers.supportersMoney)).toBeCloseTo(500 / 13, 9);
    expect(count(three, "greedy_votes_noskip").projects[2]).toMatchObject({
      reason: "count-had-stopped",
      numbers: { stoppedAt: "b" },
    });
  });

  it("an election without ballots funds nothing by Equal Shares and does not fail", () => {
    const empty = build({ projects: [{ id: "a", cost: 5 }] });
    for (const { id } of rulesFor("approval"))
      expect(count(empty, id).selected.length, id).toBeLessThanOrEqual(1);
    expect(count(empty, "mes_cost_add1").selected).toEqual([]);
    expect(count(build({}), "greedy").selected).toEqual([]);
  });
});

describe("the completion by epsilon", () => {
  it("buys what comes closest with everybody's help, until nothing supported fits", () => {
    // Each of 13 voters holds 100/13 and Equal Shares buys nothing. The lamp c lacks 40 - 300/13, shared
    // by ten others: 0.0423 per unit of cost; a and b lack 60 - 500/13, shared by eight: 0.0449.
    const { selected, rounds, left, ties } = count(three, "mes_cost_eps");
    expect(selected).toEqual(["c", "a"]);
    expect(left).toBe("0");
    expect(rounds[0]).toMatchObject({ kind: "topped-up", project: "c" });
    expect(rounds[0]?.kind === "topped-up" && rounds[0].others).toBeCloseTo((40 - 300 / 13) / 10, 9);
    expect(ties).toMatchObject([{ round: 2, tied: ["a", "b"], chosen: "a", decisive: true }]);
  });
});

describe("the completion by epsilon, to the last coin", () => {
  it("buys a project that costs all that everybody has", () => {
    const last = build({
      budget: 2,
      projects: [{ id: "a", cost: 2 }],
      ballots: [
        { choices: ["a"], weight: 6 },
        { choices: [], weight: 5 },
      ],
    });
    expect(count(last, "mes_cost_eps")).toMatchObject({ selected: ["a"], left: "0" });
  });
});

describe("a count without end", () => {
  // Around the endowment at which x can be paid, single steps of 1 are too small for doubles: 10^71 of them.
  const hostile = build({
    budget: "1e90",
    projects: [
      { id: "x", cost: "9e89" },
      { id: "y", cost: "5e88" },
    ],
    ballots: [{ choices: ["x"] }, { choices: ["y"], weight: 2 }, { choices: [], weight: 3_000 }],
  });

  it("is given up after the stated number of runs", () => {
    expect(countElection(hostile, "mes_cost_add1", { mostRuns: 300 })).toMatchObject({
      problem: { code: "too-many-runs", subject: "300" },
    });
  });

  it("tells how far it is, and ends when asked to", () => {
    const told: number[] = [];
    const onRun = (runs: number) => told.push(runs) < 3;
    expect(countElection(hostile, "mes_cost_add1", { onRun })).toMatchObject({
      problem: { code: "given-up", subject: "3" },
    });
    expect(told).toEqual([1, 2, 3]);
  });

  it("rules without Add1 need one run, and are never given up", () => {
    for (const rule of ["mes_cost", "mes_cost_u", "mes_cost_eps", "phragmen", "greedy_votes"])
      expect(countElection(hostile, rule, { mostRuns: 1 }).ok, rule).toBe(true);
  });
});

describe("comparing outcomes", () => {
  it("breaks money and winners down by district and category", () => {
    expect(breakDown(three, ["a", "c"], "district")).toEqual([
      { name: "north", projects: 1, funded: 1, asked: "60", granted: "60" },
      { name: "south", projects: 2, funded: 1, asked: "100", granted: "40" },
    ]);
    expect(breakDown(three, ["a", "c"], "category").map(({ name, granted }) => [name, granted])).toEqual([
      ["", "40"],
      ["green", "60"],
      ["play", "0"],
    ]);
  });

  it("names the likeliest cause where a published result differs", () => {
    const counted = count(three, "greedy_votes");
    const cause = (winners: string[], votes: [string, number][] = [], ruleKnown = true) =>
      agreement(three, counted, { winners, votes: new Map(votes), ruleKnown }).cause;
    expect(cause(["c", "a"])).toBeNull();
    expect(cause(["b", "c"])).toBe("tie");
    expect(cause(["a", "b", "c"])).toBe("more-spent-than-budget");
    expect(cause(["c"])).toBe("winner-passed-over");
    expect(cause(["c"], [["c", 9]])).toBe("ballots-missing");
    expect(cause(["c"], [], false)).toBe("rule-not-known");
  });
});
