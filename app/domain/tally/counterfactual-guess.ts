import type { Round } from "~/domain/tally/count-result";
import { type Counted, projectAt } from "~/domain/tally/counting";
import type { Election } from "~/domain/tally/election";
import { type Profile, profileOf, supportersOf } from "~/domain/tally/profile";
import type { Rule } from "~/domain/tally/rules";

/** What a project seems to lack: votes, or money units of its cost. At least 1 each. */
export interface Lack {
  readonly votes: bigint;
  readonly money: bigint;
}

/** How much a project seems to lack after a count that did not fund it: where to begin to look, no more. */
export function lackAfter(election: Election, rule: Rule, counted: Counted, p: number): Lack {
  const { votes, money } =
    rule.method === "phragmen"
      ? lackOfLoad(election, profileOf(election, rule.utility), counted, p)
      : lackOfShares(election, counted, p);
  return { votes: upToWhole(votes), money: upToWhole(money) };
}

function upToWhole(value: number): bigint {
  return Number.isFinite(value) && value > 1 ? BigInt(Math.ceil(value)) : 1n;
}

interface RoughLack {
  readonly votes: number;
  readonly money: number;
}

/** Equal Shares: the money its supporters are short of, or what was short at its turn in the completion. */
function lackOfShares(election: Election, { verdicts, endowment }: Counted, p: number): RoughLack {
  const { supportersMoney, left } = verdicts.get(p)?.numbers ?? {};
  const unit = 10 ** election.decimals;
  const cost = Number(projectAt(election, p).cost);
  const short = (held: string | number | undefined) =>
    held === undefined ? cost : cost - Number(held) * unit;
  const [num = "1", den = "1"] = (endowment ?? "1").split("/");
  const share = (Number(num) / Number(den)) * unit;
  return { votes: short(supportersMoney) / share, money: Math.min(short(supportersMoney), short(left)) };
}

/**
 * Phragmén: until the project is bought, nothing changes for the others. So in some round its load
 * must be the least while the rest of the budget still pays for it.
 */
function lackOfLoad(election: Election, profile: Profile, counted: Counted, p: number): RoughLack {
  const cost = Number(projectAt(election, p).cost);
  const support = profile.support[p] as number;
  const loads = new Float64Array(election.ballots.count);
  let left = Number(election.budget);
  let lack: RoughLack = { votes: Number.POSITIVE_INFINITY, money: cost };
  for (const winner of purchases(election, counted)) {
    const load = loadAfter(profile, loads, winner, Number(projectAt(election, winner).cost));
    const carried = loadAfter(profile, loads, p, 0) * support;
    const votes = cost <= left ? (cost + carried) / load - support : Number.POSITIVE_INFINITY;
    const money = cost - Math.min(load * support - carried, left);
    lack = { votes: Math.min(lack.votes, votes), money: Math.min(lack.money, money) };
    left -= Number(projectAt(election, winner).cost);
    for (const group of supportersOf(profile, winner)) loads[group] = load;
  }
  return lack;
}

/** What was bought in turn, and last what would have come next had there been money. */
function purchases({ indexOf }: Election, { rounds, verdicts }: Counted): number[] {
  const over = [...verdicts.values()].find(({ reason }) => reason === "next-would-overspend");
  const ids = rounds.map(({ project }: Round) => project);
  if (over) ids.push(String(over.numbers["stoppedAt"]));
  return ids.map((id) => indexOf.get(id) ?? -1);
}

function loadAfter(profile: Profile, loads: Float64Array, p: number, cost: number): number {
  const from = profile.blockStart[profile.blockOf[p] as number] as number;
  let sum = cost;
  for (const [place, group] of supportersOf(profile, p).entries())
    sum += (profile.weights[from + place] as number) * (loads[group] as number);
  return sum / Math.max(1, profile.support[p] as number);
}
