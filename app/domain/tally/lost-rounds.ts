import { EPSILON } from "~/domain/tally/bounded-money";
import type { Project } from "~/domain/tally/election";
import { ExactMoney } from "~/domain/tally/equal-shares-exact";
import type { SharesSetup, SharesStep } from "~/domain/tally/equal-shares-run";
import { type Fraction, toNumber } from "~/domain/tally/fraction";
import { type Profile, supportersOf } from "~/domain/tally/profile";
import { Purse } from "~/domain/tally/purse";

/** A project in a round in which doubles cannot tell whether its supporters hold its cost. */
interface Doubt {
  readonly p: number;
  readonly round: number;
}

/**
 * Equal Shares: for each project that lost, the last round (from 1) it could still have won: at its
 * start the supporters held the whole cost, and no condition stood in the way. Projects without any
 * such round are left out. Repeats the payments as doubles with bounds, O(payments × losing marks on
 * the payer's ballot), and in exact fractions where the bounds cannot tell.
 */
export function lastPayableRounds(
  setup: SharesSetup,
  endowment: Fraction,
  steps: readonly SharesStep[],
): Map<number, number> {
  const last = new Map<number, number>();
  const bought = new Set(steps.map(({ project }) => project));
  const losers = setup.eligible.filter((p) => !bought.has(p));
  if (losers.length === 0) return last;
  const purse = new Purse(setup.election, false);
  const behind = new MoneyBehind(setup, losers, toNumber(endowment));
  const doubts: Doubt[] = [];
  const open = (p: number) => purse.standing(projectAt(setup, p)).state === "open";
  for (const [index, step] of steps.entries()) {
    const round = index + 1;
    for (const p of setup.conditional ? behind.hopeful.filter(open) : behind.hopeful) {
      const payable = behind.isPayable(p);
      if (payable) last.set(p, round);
      else if (payable === null) doubts.push({ p, round });
    }
    behind.pay(step);
    purse.fund(projectAt(setup, step.project));
  }
  const later = doubts.filter(({ p, round }) => round > (last.get(p) ?? 0));
  for (const { p, round } of trulyPayable(setup, endowment, steps, later)) last.set(p, round);
  return last;
}

/** Those of the doubtful rounds in which the supporters do hold the cost, found in exact fractions. */
function trulyPayable(
  setup: SharesSetup,
  endowment: Fraction,
  steps: readonly SharesStep[],
  doubts: readonly Doubt[],
): Doubt[] {
  if (doubts.length === 0) return [];
  const exact = new ExactMoney(setup.profile, setup.election.ballots.weight, endowment);
  let bought = 0;
  return doubts.filter(({ p, round }) => {
    for (const { project } of steps.slice(bought, round - 1))
      exact.buy(project, projectAt(setup, project).cost);
    bought = round - 1;
    return exact.price(p, projectAt(setup, p).cost) !== null;
  });
}

function projectAt({ election }: SharesSetup, p: number): Project {
  return election.projects[p] as Project;
}

/** What the supporters of losing projects hold together, kept up to date payment by payment. */
class MoneyBehind {
  /** Projects whose supporters do not certainly lack money; once they do, they always will. */
  hopeful: readonly number[];
  private readonly held: Float64Array;
  private readonly totals: Float64Array;
  private readonly marks: LosingMarks;
  /** How far what one voter holds may be from the truth. */
  private error: number;
  private payments = 0;

  constructor(
    private readonly setup: SharesSetup,
    losers: readonly number[],
    private readonly endowment: number,
  ) {
    const { profile, election } = setup;
    this.held = new Float64Array(election.ballots.count).fill(endowment);
    this.totals = profile.support.map((voters) => voters * endowment);
    this.error = EPSILON * endowment;
    this.hopeful = losers.filter((p) => this.isPayable(p) !== false);
    this.marks = losingMarks(profile, this.hopeful, election.ballots.count);
  }

  /** Whether the supporters of `p` hold its cost now; `null` when in doubt. */
  isPayable(p: number): boolean | null {
    const { profile, costs } = this.setup;
    const voters = profile.support[p] as number;
    const changes = this.payments * supporterCount(profile, p);
    const cost = costs[p] as number;
    const rounding = EPSILON * (voters * this.endowment * (changes + 4) + cost);
    const spare = (this.totals[p] as number) - cost;
    return Math.abs(spare) <= rounding + voters * this.error ? null : spare > 0;
  }

  pay({ project, price }: SharesStep): void {
    const { held, totals } = this;
    const { start, marks } = this.marks;
    const { blockOf, blockStart, supporters, weights, utility } = this.setup.profile;
    const last = blockOf[project + 1] as number;
    for (let b = blockOf[project] as number; b < last; b++) {
      const due = price.value * (utility[b] as number);
      const end = blockStart[b + 1] as number;
      for (let i = blockStart[b] as number; i < end; i++) {
        const group = supporters[i] as number;
        let at = start[group] as number;
        const to = start[group + 1] as number;
        const paid = Math.min(held[group] as number, due);
        if (at === to || paid === 0) continue;
        held[group] = (held[group] as number) - paid;
        const money = paid * (weights[i] as number);
        for (; at < to; at++) {
          const p = marks[at] as number;
          totals[p] = (totals[p] as number) - money;
        }
      }
    }
    this.payments += 1;
    this.error += price.radius * (utility[last - 1] as number) + 4 * EPSILON * this.endowment;
    this.hopeful = this.hopeful.filter((p) => this.isPayable(p) !== false);
  }
}

/** By group, which of some projects it supports: `marks[start[g] .. start[g + 1])`. */
interface LosingMarks {
  readonly start: Uint32Array;
  readonly marks: Uint16Array | Uint32Array;
}

function losingMarks(profile: Profile, projects: readonly number[], groups: number): LosingMarks {
  const start = new Uint32Array(groups + 1);
  for (const p of projects) {
    for (const group of supportersOf(profile, p)) start[group + 1] = (start[group + 1] as number) + 1;
  }
  for (let group = 0; group < groups; group++)
    start[group + 1] = (start[group + 1] as number) + (start[group] as number);
  const total = start[groups] as number;
  const marks = profile.support.length < 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
  const fill = start.slice();
  for (const p of projects) {
    for (const group of supportersOf(profile, p)) {
      const place = fill[group] as number;
      fill[group] = place + 1;
      marks[place] = p;
    }
  }
  return { start, marks };
}

function supporterCount({ blockOf, blockStart }: Profile, p: number): number {
  return (blockStart[blockOf[p + 1] as number] as number) - (blockStart[blockOf[p] as number] as number);
}
