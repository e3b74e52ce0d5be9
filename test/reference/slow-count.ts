import type { Election } from "~/domain/tally/election";
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

/** One voter of a small election: what each project is worth to them, by index. */
type Voter = readonly number[];

/** Ballots one by one, without grouping. `utility` says what place `place` of `length` is worth. */
export function votersOf(
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
 * price found by trying every number of exhausted voters. Returns indices in order of purchase.
 */
export function slowEqualShares(
  election: Election,
  voters: readonly Voter[],
  timesCost: boolean,
  endowment: Fraction,
): number[] {
  let money = voters.map(() => endowment);
  const bought: number[] = [];
  for (;;) {
    const offers = election.projects.flatMap(({ index, cost, id }) => {
      const price = bought.includes(index) ? null : slowPrice(index, fraction(cost), voters, money);
      if (!price) return [];
      return [{ index, id, price, rho: timesCost && cost > 0n ? divide(price, fraction(cost)) : price }];
    });
    const [best] = offers.sort((a, b) => compare(a.rho, b.rho) || (a.id < b.id ? -1 : 1));
    if (!best) return bought;
    bought.push(best.index);
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

/** Add1 as it is told in words: one run for every single step. */
export function slowAddOne(
  election: Election,
  voters: readonly Voter[],
  timesCost: boolean,
  untilOver: boolean,
): { selected: number[]; steps: number } {
  const costOf = (chosen: readonly number[]) =>
    chosen.reduce((sum, p) => sum + (election.projects[p]?.cost ?? 0n), 0n);
  const supported = election.projects.filter(({ index }) =>
    voters.some((values) => (values[index] ?? 0) > 0),
  );
  let before: number[] = [];
  for (let steps = 0; ; steps++) {
    const unit = fraction(BigInt(steps) * 10n ** BigInt(election.decimals));
    const selected = slowEqualShares(
      election,
      voters,
      timesCost,
      add(fraction(election.budget, BigInt(voters.length)), unit),
    );
    const left = election.budget - costOf(selected);
    if (left < 0n) return { selected: before, steps: steps - 1 };
    const open = supported.filter(({ index }) => !selected.includes(index));
    if (open.length === 0 || (!untilOver && open.every(({ cost }) => cost > left)))
      return { selected, steps };
    before = selected;
  }
}

/** Sequential Phragmén with a load for every voter. */
export function slowPhragmen(election: Election, voters: readonly Voter[]): number[] {
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

/** Greedy by votes: sort, then fund what fits. */
export function slowGreedy(election: Election, voters: readonly Voter[]): number[] {
  const score = (p: number) => voters.reduce((sum, values) => sum + (values[p] ?? 0), 0);
  const order = [...election.projects].sort(
    (a, b) => score(b.index) - score(a.index) || (a.id < b.id ? -1 : 1),
  );
  let left = election.budget;
  return order.flatMap(({ index, cost }) => {
    if (cost > left) return [];
    left -= cost;
    return [index];
  });
}
