import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withBallots, withCost } from "./altered-election";
import { atOnce, countElection } from "./count";
import { type Counterfactual, Counterfactuals, counterfactual } from "./counterfactual";
import { leastThat } from "./counterfactual-search";
import { formatDecimal } from "./decimal";
import type { Election, ElectionInput } from "./election";
import { buildElection } from "./election-builder";
import { readPabulib } from "./pabulib-reader";
import { type Rule, ruleNamed, rulesFor } from "./rules";

function build(input: ElectionInput): Election {
  const built = buildElection(input);
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

function rule(name: string, election: Election): Rule {
  const found = ruleNamed(name, election.voteType);
  if (!found) throw new Error(name);
  return found;
}

function funded(election: Election, name: string, id: string): boolean {
  const counted = countElection(election, name);
  if (!counted.ok) throw new Error(counted.problem.code);
  return counted.value.selected.includes(id);
}

/** The slow and obvious way: count again with one vote more and more, then one unit less and less. */
function countedAgain(election: Election, name: string, id: string): Counterfactual {
  const { index, cost } = election.projects[election.indexOf.get(id) ?? -1] ?? { index: -1, cost: 0n };
  const most = Math.max(1, election.voters);
  let votes = 1;
  while (votes <= most && !funded(withBallots(election, index, votes), name, id)) votes += 1;
  let less = 1n;
  while (less <= cost && !funded(withCost(election, index, cost - less), name, id)) less += 1n;
  const money = (units: bigint) => (less > cost ? null : formatDecimal(units, election.decimals));
  return {
    project: id,
    moreVotes: votes > most ? null : votes,
    affordableCost: money(cost - less),
    cheaperBy: money(less),
  };
}

const town = build({
  voteType: "approval",
  budget: 100,
  projects: [
    { id: "park", cost: 60 },
    { id: "road", cost: 50 },
    { id: "lamp", cost: 30 },
  ],
  ballots: [
    { choices: ["park"], weight: 10 },
    { choices: ["road"], weight: 7 },
    { choices: ["lamp"], weight: 2 },
  ],
});

describe("what would have funded a project", { timeout: 60_000 }, () => {
  it("greedy: as many votes as the project it must pass, or a cost that fits", () => {
    // The road must pass the park, which wins ties by its id; or fit beside it.
    expect(counterfactual(town, rule("greedy_votes", town), "road")).toEqual({
      project: "road",
      moreVotes: 4,
      affordableCost: "40",
      cheaperBy: "10",
    });
  });

  it("greedy: the order among equals spares a vote", () => {
    const tieOrder = ["road", "park", "lamp"];
    const found = counterfactual(town, rule("greedy_votes", town), "road", { tieOrder });
    expect(found.moreVotes).toBe(3);
  });

  it("a project without a vote needs votes, and no price helps under Equal Shares", () => {
    const empty = build({
      voteType: "approval",
      budget: 10,
      projects: [{ id: "a", cost: 9 }],
      ballots: [{ choices: [], weight: 4 }],
    });
    const shares = rule("mes_cost", empty);
    expect(counterfactual(empty, shares, "a")).toMatchObject({ moreVotes: null, affordableCost: null });
    expect(counterfactual(empty, shares, "a", { mostVotes: 1_000 })).toMatchObject({ moreVotes: 36 });
  });

  it("a project dearer than the budget gets nothing from votes, and all from a lower cost", () => {
    const dear = build({
      voteType: "approval",
      budget: 100,
      projects: [{ id: "dam", cost: 101 }],
      ballots: [{ choices: ["dam"], weight: 9 }],
    });
    for (const name of ["greedy_votes", "mes_cost_add1u", "phragmen"]) {
      expect(counterfactual(dear, rule(name, dear), "dam")).toEqual({
        project: "dam",
        moreVotes: null,
        affordableCost: "100",
        cheaperBy: "1",
      });
    }
  });

  it("greedy rules: on random elections the answer is the smallest that recounts find", () => {
    fc.assert(
      fc.property(elections(), (input) => {
        const election = build(input);
        for (const each of rulesFor(election.voteType).filter(({ method }) => method === "greedy")) {
          for (const { id } of election.projects.filter(({ id }) => !funded(election, each.id, id)))
            expect(counterfactual(election, each, id)).toEqual(countedAgain(election, each.id, id));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("all rules: on random elections each answer works and its neighbour does not", () => {
    fc.assert(
      fc.property(elections(), (input) => {
        const election = build(input);
        for (const each of rulesFor(election.voteType)) expectNeighbours(election, each);
      }),
      { numRuns: 25 },
    );
  });

  it.each(["greedy_votes", "mes_cost", "mes_cost_add1u", "phragmen"])(
    "%s: on a real election each answer works and its neighbour does not",
    (name) => {
      const { election } = assen();
      expect(expectNeighbours(election, rule(name, election))).toBeGreaterThan(0);
    },
  );

  it("starts so near that Equal Shares and Phragmén count a few times only", () => {
    const { election } = assen();
    for (const [name, most] of [
      ["mes_cost", 25],
      ["phragmen", 14],
    ] as const) {
      const all = new Counterfactuals(election, rule(name, election));
      const losers = election.projects.filter(({ id }) => !funded(election, name, id));
      const counts = losers.reduce((sum, { id }) => sum + [...all.of(id)].length, 0);
      expect(counts / losers.length).toBeLessThan(most);
    }
  });
});

describe("the search for the least value", () => {
  it("finds it from any guess, and nothing beyond the most", () => {
    const numbers = fc.bigInt({ min: 1n, max: 300n });
    fc.assert(
      fc.property(numbers, numbers, numbers, (wanted, guess, most) => {
        // biome-ignore lint/correctness/useYield: what is tried here needs no pause
        function* probe(value: bigint) {
          return value >= wanted ? null : (wanted - value) / 2n;
        }
        expect(atOnce(leastThat(probe, most, guess))).toBe(wanted <= most ? wanted : null);
      }),
    );
  });
});

function expectNeighbours(election: Election, each: Rule): number {
  const losers = election.projects.filter(({ id }) => !funded(election, each.id, id));
  for (const { id, index, cost } of losers) {
    const { moreVotes, cheaperBy, affordableCost } = counterfactual(election, each, id);
    const withVotes = (votes: number) => funded(withBallots(election, index, votes), each.id, id);
    const atCost = (units: bigint) => funded(withCost(election, index, units), each.id, id);
    if (moreVotes !== null) {
      expect(withVotes(moreVotes)).toBe(true);
      if (moreVotes > 1) expect(withVotes(moreVotes - 1)).toBe(false);
    } else expect(withVotes(Math.max(1, election.voters))).toBe(false);
    if (affordableCost !== null && cheaperBy !== null) {
      const units = BigInt(affordableCost.replace(".", "").padEnd(1)) * scaleOf(affordableCost, election);
      expect(atCost(units)).toBe(true);
      expect(atCost(units + 1n)).toBe(false);
    } else if (cost > 0n) expect(atCost(0n)).toBe(false);
  }
  return losers.length;
}

/** What turns the digits of a decimal into money units of the election. */
function scaleOf(amount: string, { decimals }: Election): bigint {
  return 10n ** BigInt(decimals - (amount.split(".")[1]?.length ?? 0));
}

/** Small elections with few distinct costs, so that ties and exactly met costs are common. */
function elections(): fc.Arbitrary<ElectionInput> {
  const voteTypes = fc.constantFrom("approval" as const, "cumulative" as const, "ordinal" as const);
  const marks = fc.uniqueArray(fc.nat(4), { maxLength: 4 });
  return fc.record({
    voteType: voteTypes,
    budget: fc.integer({ min: 1, max: 20 }),
    minimumVotes: fc.nat(4),
    scoreThreshold: fc.nat(6),
    projects: fc
      .array(fc.oneof(fc.nat(9), fc.constant("2.5")), { minLength: 5, maxLength: 5 })
      .map((costs) => costs.map((cost, index) => ({ id: String(index), cost }))),
    ballots: fc.array(
      fc.record({
        choices: marks.map((chosen) => chosen.map(String)),
        points: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
        weight: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });
}

function assen() {
  const file = readFileSync("test/reference/elections/Netherlands_Assen_2024.pb.gz");
  const read = readPabulib(gunzipSync(file).toString("utf8"));
  if (!read.ok) throw new Error(read.problem.cause);
  return read.value;
}
