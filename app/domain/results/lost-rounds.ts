import type { CountResult } from "~/domain/tally/count-result";
import type { Election } from "~/domain/tally/election";
import { fractionValue } from "./fraction-value";

/** Sums of doubles: a project whose supporters hold just its cost counts as payable. */
const SLACK = 1e-9;

/**
 * Equal Shares on votes: for each project that lost, the last round at whose start its supporters could still
 * pay for all of it together, from 1; projects whose supporters never could are left out. Replays the payments
 * of the record in O(marks), to double precision.
 */
export function lastPayableRounds(
  election: Election,
  { rounds, endowment, projects }: CountResult,
): Map<string, number> {
  const last = new Map<string, number>();
  if (!endowment) return last;
  const purses = new Purses(election, fractionValue(endowment));
  const lost = projects.filter(({ funded }) => !funded);
  for (const step of rounds) {
    if (step.kind !== "shares") break;
    for (const { id, cost } of lost) {
      if (purses.total(id) >= Number(cost) * (1 - SLACK)) last.set(id, step.round);
    }
    purses.pay(step.project, step.price);
  }
  return last;
}

/** What each group of equal ballots has left for each of its voters, and what that makes behind each project. */
class Purses {
  private readonly held: Float64Array;
  private readonly totals: Float64Array;
  private readonly supporters: number[][];

  constructor(
    private readonly election: Election,
    share: number,
  ) {
    const { ballots, projects } = election;
    this.held = new Float64Array(ballots.count).fill(share);
    this.totals = new Float64Array(projects.length);
    this.supporters = projects.map(() => []);
    for (let group = 0; group < ballots.count; group += 1) {
      for (const project of this.choices(group)) this.supporters[project]?.push(group);
      this.change(group, share);
    }
  }

  total(id: string): number {
    return this.totals[this.election.indexOf.get(id) ?? -1] ?? 0;
  }

  pay(id: string, price: number): void {
    for (const group of this.supporters[this.election.indexOf.get(id) ?? -1] ?? []) {
      const held = this.held[group] ?? 0;
      const paid = Math.min(held, price);
      this.held[group] = held - paid;
      this.change(group, -paid);
    }
  }

  private change(group: number, amount: number): void {
    const money = amount * (this.election.ballots.weight[group] ?? 0);
    for (const project of this.choices(group)) this.totals[project] = (this.totals[project] ?? 0) + money;
  }

  private choices(group: number): Int32Array {
    const { projects, start } = this.election.ballots;
    return projects.subarray(start[group], start[group + 1]);
  }
}
