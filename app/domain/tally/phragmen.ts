import { EPSILON } from "~/domain/tally/bounded-money";
import type { Numbers, Round, Tie } from "~/domain/tally/count-result";
import {
  type Counted,
  type Counting,
  doesNotFit,
  idOf,
  money,
  projectAt,
  roughly,
  standingVerdict,
  type Verdict,
} from "~/domain/tally/counting";
import type { Election, Project } from "~/domain/tally/election";
import { compareLoads, rounding, VoterLoads } from "~/domain/tally/phragmen-loads";
import { Purse } from "~/domain/tally/purse";
import type { Rule } from "~/domain/tally/rules";

export type PhragmenRule = Extract<Rule, { method: "phragmen" }>;

/**
 * Sequential Phragmén for costs (Los, Christoff, Grossi, IJCAI 2022): buy the project that
 * leaves its supporters with the least equal load; stop when one that is tied for least would
 * overspend. Loads only rise, so an old one bounds the next from below and few projects are
 * judged anew in a round. O(rounds · (m + evaluations · supporters)).
 */
export function countPhragmen(counting: Counting<PhragmenRule>): Counted {
  return new PhragmenEngine(counting).run();
}

interface Least {
  readonly tied: readonly number[];
  readonly winner: number;
}

class PhragmenEngine {
  private readonly purse: Purse;
  private readonly loads: VoterLoads;
  private readonly low: Float64Array;
  private readonly judgedIn: Int32Array;
  private readonly rounds: Round[] = [];
  private readonly ties: Omit<Tie, "decisive">[] = [];
  private readonly verdicts = new Map<number, Verdict>();
  private active: number[];

  constructor(private readonly counting: Counting<PhragmenRule>) {
    const { election, profile, admitted } = counting;
    this.purse = new Purse(election, false);
    this.loads = new VoterLoads(profile, election.ballots.count);
    this.low = new Float64Array(election.projects.length);
    this.judgedIn = new Int32Array(election.projects.length).fill(-1);
    this.active = election.projects.flatMap(({ index, cost }) =>
      admitted[index] && (profile.support[index] as number) > 0 && cost <= election.budget ? [index] : [],
    );
    for (const p of this.active)
      this.low[p] =
        (Number(projectAt(election, p).cost) / (profile.support[p] as number)) * (1 - 8 * EPSILON);
  }

  run(): Counted {
    for (let least = this.least(); least; least = this.least()) {
      const over = least.tied.find((p) => projectAt(this.counting.election, p).cost > this.purse.left);
      if (over !== undefined) {
        this.stopAt(over);
        break;
      }
      this.buy(least);
    }
    this.explainRest();
    return { purse: this.purse, rounds: this.rounds, ties: this.ties, verdicts: this.verdicts };
  }

  private buy({ winner, tied }: Least): void {
    const { election, profile } = this.counting;
    const { cost, id } = projectAt(election, winner);
    const round = this.rounds.length + 1;
    const load = this.loads.loadAfter(winner, Number(cost));
    if (tied.length > 1) this.ties.push({ round, tied: tied.map((p) => idOf(election, p)), chosen: id });
    this.loads.buy(winner, cost, load);
    this.purse.fund(projectAt(election, winner));
    this.active = this.active.filter((p) => p !== winner);
    const share = roughly(election, load);
    this.rounds.push({
      kind: "load",
      round,
      project: id,
      cost: money(election, cost),
      left: money(election, this.purse.left),
      load: share,
      supporters: profile.support[winner] as number,
    });
    this.verdicts.set(winner, { reason: "funded-by-load", round, numbers: { load: share } });
  }

  /** The projects with the least load, compared exactly where doubles cannot tell. */
  private least(): Least | null {
    const leader = this.leader();
    if (leader < 0) return null;
    const limit = (this.low[leader] as number) * (1 + 4 * this.margin(leader));
    const contenders = [leader];
    for (const p of [...this.active]) {
      if (p === leader || (this.low[p] as number) > limit || !this.open(p)) continue;
      if (!this.judged(p)) this.judge(p);
      if ((this.low[p] as number) <= limit) contenders.push(p);
    }
    return this.exactLeast(contenders);
  }

  private exactLeast(contenders: readonly number[]): Least {
    if (contenders.length === 1) return { tied: contenders, winner: contenders[0] as number };
    const exact = contenders.map((p) => ({
      p,
      load: this.loads.exactLoadAfter(p, projectAt(this.counting.election, p).cost),
    }));
    const best = exact.reduce((least, other) => (compareLoads(other.load, least.load) < 0 ? other : least));
    const tied = exact.filter(({ load }) => compareLoads(load, best.load) === 0).map(({ p }) => p);
    const { ranks } = this.counting;
    return {
      tied,
      winner: tied.reduce((first, p) => ((ranks[p] as number) < (ranks[first] as number) ? p : first)),
    };
  }

  private leader(): number {
    for (;;) {
      let best = -1;
      for (const p of this.active) {
        if ((best < 0 || (this.low[p] as number) < (this.low[best] as number)) && this.open(p)) best = p;
      }
      if (best < 0 || this.judged(best)) return best;
      this.judge(best);
    }
  }

  private judged(p: number): boolean {
    return this.judgedIn[p] === this.rounds.length;
  }

  private judge(p: number): void {
    const load = this.loads.loadAfter(p, Number(projectAt(this.counting.election, p).cost));
    this.low[p] = Math.max(this.low[p] as number, load * (1 - this.margin(p)));
    this.judgedIn[p] = this.rounds.length;
  }

  /** Relative error of a load judged now, with room to spare. */
  private margin(p: number): number {
    return 2 * (this.loads.error + rounding(this.counting.profile, p) * EPSILON);
  }

  private open(p: number): boolean {
    const { state } = this.purse.standing(projectAt(this.counting.election, p));
    if (state === "excluded" || state === "dear") this.active = this.active.filter((other) => other !== p);
    return state === "open";
  }

  private stopAt(over: number): void {
    const { election } = this.counting;
    const numbers: Numbers = { stoppedAt: idOf(election, over), left: money(election, this.purse.left) };
    for (const p of this.active) {
      if (this.open(p))
        this.verdicts.set(p, { reason: "next-would-overspend", round: this.rounds.length + 1, numbers });
    }
  }

  private explainRest(): void {
    const { election, admitted, profile } = this.counting;
    const rest = election.projects.filter(
      ({ index: p }) => !this.verdicts.has(p) && admitted[p] && profile.support[p] !== 0,
    );
    const lastOpen = lastOpenRounds(election, this.purse.selected, rest);
    for (const project of rest) {
      const p = project.index;
      const standing = this.purse.standing(project);
      const verdict =
        standingVerdict(election, this.purse, p) ??
        (standing.state === "dear" ? doesNotFit(election, project, standing.room) : null);
      if (verdict) this.verdicts.set(p, { ...verdict, round: lastOpen.get(p) ?? null });
    }
  }
}

/** By project: the last round at whose start no condition stood in its way, from 1. */
function lastOpenRounds(
  election: Election,
  bought: readonly number[],
  projects: readonly Project[],
): Map<number, number> {
  const last = new Map<number, number>();
  const purse = new Purse(election, false);
  const possible = projects.filter(({ cost }) => cost <= election.budget);
  for (const [index, p] of bought.entries()) {
    for (const project of possible)
      if (purse.standing(project).state === "open") last.set(project.index, index + 1);
    purse.fund(projectAt(election, p));
  }
  return last;
}
