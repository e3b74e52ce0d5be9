import type { Election, Project } from "~/domain/tally/election";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  subtract,
  ZERO,
} from "~/domain/tally/fraction";
import type { UtilityKind } from "~/domain/tally/profile";
import type { Completion, Rule } from "~/domain/tally/rules";

/** One voter of a small election: what each project is worth to them, by index. */
type Voter = readonly number[];

const WORTH: Record<UtilityKind, (points: number, place: number, length: number) => number> = {
  votes: () => 1,
  points: (points) => points,
  borda: (_points, place, length) => length - place,
  borda0: (_points, place, length) => length - place - 1,
};

interface SlowOutcome {
  readonly selected: number[];
  readonly steps?: number;
  /** Equal Shares alone: the last round, from 1, in which each project was affordable. */
  readonly affordable?: ReadonlyMap<number, number>;
}

/** The winners by any rule, as the rules are told in words; for elections without conditions. */
export function slowWinners(election: Election, rule: Rule): SlowOutcome {
  const voters = votersOf(election, WORTH[rule.utility]);
  const score = (p: number) => voters.reduce((sum, values) => sum + (values[p] ?? 0), 0);
  const enough = (minimum: Election["minimumVotes"]) =>
    election.projects.filter(({ index }) => score(index) >= Number(minimum?.units ?? 0));
  const projects = enough(election.minimumVotes);
  const scope = { ...election, projects };
  if (rule.method === "phragmen") return { selected: slowPhragmen(scope, voters) };
  if (rule.method === "greedy") {
    const allowed = rule.threshold ? enough(election.scoreThreshold) : projects;
    const rest = projects.filter((project) => allowed.includes(project));
    const order = slowOrder(rest, score, rule.order === "score-per-cost");
    return { selected: slowGreedy(election.budget, order, rule.skip) };
  }
  if (voters.length === 0) return { selected: [] };
  const { completion, timesCost } = rule;
  const fill = (selected: readonly number[]) => {
    const order = slowOrder(projects, score, !timesCost).filter(({ index }) => !selected.includes(index));
    return [...selected, ...slowGreedy(election.budget - costOf(election, selected), order, true)];
  };
  if (completion.startsWith("add1")) {
    const { selected, steps } = slowAddOne(scope, voters, rule);
    return { selected: completion === "add1-greedy" ? fill(selected) : selected, steps };
  }
  const { bought, money, affordable } = slowEqualShares(scope, voters, timesCost, share(election));
  if (completion === "greedy") return { selected: fill(bought) };
  if (completion === "none") return { selected: bought, affordable };
  return { selected: slowEpsilon(scope, voters, timesCost, bought, money) };
}

function share({ budget, voters }: Election): Fraction {
  return fraction(budget, BigInt(voters));
}

function costOf(election: Election, chosen: readonly number[]): bigint {
  return election.projects.reduce((sum, { index, cost }) => (chosen.includes(index) ? sum + cost : sum), 0n);
}

/** Ballots one by one, without grouping. `utility` says what place `place` of `length` is worth. */
function votersOf(
  election: Election,
  utility: (points: number, place: number, length: number) => number,
): Voter[] {
  const { ballots, projects } = election;
  const voters: Voter[] = [];
  for (let group = 0; group < ballots.count; group++) {
    const [from, to] = [ballots.start[group] ?? 0, ballots.start[group + 1] ?? 0];
    const values = projects.map(() => 0);
    for (let mark = from; mark < to; mark++) {
      const points = ballots.points?.[mark] ?? 1;
      values[ballots.projects[mark] ?? 0] = utility(points, mark - from, to - from);
    }
    for (let copy = 0; copy < (ballots.weight[group] ?? 0); copy++) voters.push(values);
  }
  return voters;
}

/**
 * Equal Shares as it is told in words: nothing grouped, nothing remembered, exact fractions, every
 * price found by trying every number of exhausted voters. Indices in order of purchase, and what is left.
 */
function slowEqualShares(
  election: Election,
  voters: readonly Voter[],
  timesCost: boolean,
  endowment: Fraction,
): { bought: number[]; money: Fraction[]; affordable: Map<number, number> } {
  let money = voters.map(() => endowment);
  const bought: number[] = [];
  const affordable = new Map<number, number>();
  for (;;) {
    const offers = election.projects.flatMap(({ index, cost, id }) => {
      const price = bought.includes(index) ? null : slowPrice(index, fraction(cost), voters, money);
      if (!price) return [];
      return [{ index, id, price, rho: timesCost && cost > 0n ? divide(price, fraction(cost)) : price }];
    });
    const [best] = offers.sort((a, b) => compare(a.rho, b.rho) || (a.id < b.id ? -1 : 1));
    if (!best) return { bought, money, affordable };
    bought.push(best.index);
    for (const { index } of offers) affordable.set(index, bought.length);
    money = money.map((held, voter) => {
      const due = multiply(best.price, fraction(BigInt(voters[voter]?.[best.index] ?? 0)));
      return compare(held, due) < 0 ? ZERO : subtract(held, due);
    });
  }
}

function slowPrice(
  project: number,
  cost: Fraction,
  voters: readonly Voter[],
  money: readonly Fraction[],
): Fraction | null {
  const supporters = voters
    .map((values, voter) => ({
      utility: fraction(BigInt(values[project] ?? 0)),
      money: money[voter] ?? ZERO,
    }))
    .filter(({ utility }) => utility.num > 0n)
    .sort((a, b) => compare(divide(a.money, a.utility), divide(b.money, b.utility)));
  if (supporters.length === 0) return null;
  for (let exhausted = 0; exhausted < supporters.length; exhausted++) {
    const given = supporters.slice(0, exhausted).reduce((sum, each) => add(sum, each.money), ZERO);
    const shares = supporters.slice(exhausted).reduce((sum, each) => add(sum, each.utility), ZERO);
    const price = divide(subtract(cost, given), shares);
    const next = supporters[exhausted];
    if (next && compare(multiply(price, next.utility), next.money) <= 0) return price;
  }
  return null;
}

/**
 * The completion by epsilon: of what still fits, the project whose supporters leave least to pay for
 * each of the others (per cost, where a mark is worth the cost); supporters give all they have left.
 */
function slowEpsilon(
  election: Election,
  voters: readonly Voter[],
  timesCost: boolean,
  bought: readonly number[],
  left: readonly Fraction[],
): number[] {
  let money = [...left];
  const selected = [...bought];
  for (;;) {
    const room = election.budget - costOf(election, selected);
    const offers = election.projects.flatMap(({ index, cost, id }) => {
      const supports = voters.map((values) => (values[index] ?? 0) > 0);
      if (selected.includes(index) || cost > room || !supports.includes(true)) return [];
      const given = money.reduce((sum, held, voter) => (supports[voter] ? add(sum, held) : sum), ZERO);
      const helpers = supports.map((is) => [is ? 0 : 1]);
      const missing = subtract(fraction(cost), given);
      const price = missing.num <= 0n ? ZERO : slowPrice(0, missing, helpers, money);
      if (!price) return [];
      return [
        { index, id, supports, price, key: timesCost && cost > 0n ? divide(price, fraction(cost)) : price },
      ];
    });
    const [best] = offers.sort((a, b) => compare(a.key, b.key) || (a.id < b.id ? -1 : 1));
    if (!best) return selected;
    selected.push(best.index);
    money = money.map((held, voter) =>
      best.supports[voter] || compare(held, best.price) < 0 ? ZERO : subtract(held, best.price),
    );
  }
}

/** Add1 as it is told in words: one run for every single step. */
function slowAddOne(
  election: Election,
  voters: readonly Voter[],
  { timesCost, completion }: { timesCost: boolean; completion: Completion },
): { selected: number[]; steps: number } {
  const unit = 10n ** BigInt(election.decimals);
  const whole = fraction((election.budget / (BigInt(voters.length) * unit)) * unit);
  const start = completion === "add1-integral" ? whole : share(election);
  const supported = election.projects.filter(({ index }) =>
    voters.some((values) => (values[index] ?? 0) > 0),
  );
  let before: number[] = [];
  for (let steps = 0; ; steps++) {
    const endowment = add(start, fraction(BigInt(steps) * unit));
    const { bought } = slowEqualShares(election, voters, timesCost, endowment);
    const left = election.budget - costOf(election, bought);
    if (left < 0n) return { selected: before, steps: steps - 1 };
    const open = supported.filter(({ index }) => !bought.includes(index));
    const exhaustive = completion !== "add1-until-over" && open.every(({ cost }) => cost > left);
    if (open.length === 0 || exhaustive) return { selected: bought, steps };
    before = bought;
  }
}

/** Sequential Phragmén with a load for every voter. */
function slowPhragmen(election: Election, voters: readonly Voter[]): number[] {
  const loads = voters.map(() => ZERO);
  const bought: number[] = [];
  let left = election.budget;
  for (;;) {
    const open = election.projects.flatMap(({ index, cost, id }) => {
      const supporters = voters.flatMap((values, voter) => ((values[index] ?? 0) > 0 ? [voter] : []));
      if (bought.includes(index) || cost > election.budget || supporters.length === 0) return [];
      const carried = supporters.reduce((sum, voter) => add(sum, loads[voter] ?? ZERO), fraction(cost));
      return [{ index, cost, id, supporters, load: divide(carried, fraction(BigInt(supporters.length))) }];
    });
    const least = open.reduce<Fraction | null>(
      (best, { load }) => (best && compare(best, load) <= 0 ? best : load),
      null,
    );
    const tied = least ? open.filter(({ load }) => compare(load, least) === 0) : [];
    const [winner] = tied.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!winner || tied.some(({ cost }) => cost > left)) return bought;
    bought.push(winner.index);
    left -= winner.cost;
    for (const voter of winner.supporters) loads[voter] = winner.load;
  }
}

/** By falling score, or score per cost; what nobody chose comes last, what costs nothing first. */
function slowOrder(projects: readonly Project[], score: (p: number) => number, perCost: boolean): Project[] {
  const value = ({ index, cost }: Project) => {
    const points = fraction(BigInt(score(index)));
    if (!perCost || points.num === 0n) return points;
    return cost === 0n ? null : divide(points, fraction(cost));
  };
  return [...projects].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    const order = left && right ? compare(right, left) : Number(left !== null) - Number(right !== null);
    return order || (a.id < b.id ? -1 : 1);
  });
}

/** Fund what fits, in order; without `skip` stop at what does not. */
function slowGreedy(budget: bigint, order: readonly Project[], skip: boolean): number[] {
  let left = budget;
  const funded: number[] = [];
  for (const { index, cost } of order) {
    if (cost > left && !skip) break;
    if (cost > left) continue;
    left -= cost;
    funded.push(index);
  }
  return funded;
}
