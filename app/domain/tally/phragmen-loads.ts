import type { BallotGroups } from "~/domain/tally/ballot-groups";
import { EPSILON } from "~/domain/tally/bounded-money";
import { gcd } from "~/domain/tally/fraction";
import { type Profile, supportersOf } from "~/domain/tally/profile";

/** An exact load `num / (common denominator × weight)`. */
export interface ExactLoad {
  readonly num: bigint;
  readonly weight: bigint;
}

interface Purchase {
  readonly cost: bigint;
  readonly weight: bigint;
  /** Supporters by the round that gave them their load: weights, parallel to rounds. */
  readonly rounds: readonly number[];
  readonly weights: readonly number[];
}

/** A group's record: the round of the last purchase for it, its voters, where its ballot stands. */
const RECORD = 4;
const WEIGHT = 1;
const FROM = 2;
const TO = 3;

/**
 * The loads of all voters, and what the supporters of each project carry together. A purchase
 * changes only what its supporters carry, so it costs as much as there are marks on their
 * ballots. As doubles these are sums of positive terms; on demand the purchases are repeated
 * exactly over one denominator, with supporters told apart only by their last purchase.
 */
export class VoterLoads {
  /** Side by side, so that a purchase touches one place in memory for each supporter. */
  private readonly records: Float64Array;
  private readonly carried: Float64Array;
  private readonly loads: number[] = [0];
  private readonly purchases: Purchase[] = [];
  private counts = new Float64Array(16);
  private readonly exact: bigint[] = [0n];
  private denominator = 1n;
  /** Bound of the relative error of every load so far. */
  private error = 0;

  constructor(
    private readonly profile: Profile,
    private readonly ballots: BallotGroups,
  ) {
    this.carried = new Float64Array(profile.support.length);
    this.records = new Float64Array(RECORD * ballots.count);
    for (let group = 0; group < ballots.count; group++) {
      this.records[RECORD * group + WEIGHT] = ballots.weight[group] as number;
      this.records[RECORD * group + FROM] = ballots.start[group] as number;
      this.records[RECORD * group + TO] = ballots.start[group + 1] as number;
    }
  }

  /** The load its supporters would carry if `p` were bought now. */
  loadAfter(p: number, cost: number): number {
    return (cost + (this.carried[p] as number)) / (this.profile.support[p] as number);
  }

  /** Bound of the relative error of `loadAfter`: one rounding for each term of its sum. */
  errorOf(p: number): number {
    const terms = 2 * this.loads.length * supportersOf(this.profile, p).length;
    return this.error + (terms + 8) * EPSILON;
  }

  exactLoadAfter(p: number, cost: bigint): ExactLoad {
    this.catchUp();
    this.countByRound(p);
    let num = cost * this.denominator;
    for (let round = 1; round < this.loads.length; round++)
      num += BigInt(this.counts[round] as number) * (this.exact[round] as bigint);
    return { num, weight: BigInt(this.profile.support[p] as number) };
  }

  /** Buys `p` at the load found for it. O(marks on the ballots of its supporters). */
  buy(p: number, cost: bigint, load: number): void {
    this.countByRound(p);
    const rounds = this.loads.map((_, round) => round).filter((round) => (this.counts[round] as number) > 0);
    const weights = rounds.map((round) => this.counts[round] as number);
    this.purchases.push({ cost, weight: BigInt(this.profile.support[p] as number), rounds, weights });
    this.error = this.errorOf(p);
    this.loads.push(load);
    this.burden(p, load);
    if (this.loads.length >= this.counts.length) this.counts = new Float64Array(this.counts.length * 2);
  }

  private burden(p: number, load: number): void {
    const { records, carried, loads } = this;
    const { projects } = this.ballots;
    const groups = supportersOf(this.profile, p);
    for (let i = 0; i < groups.length; i++) {
      const at = RECORD * (groups[i] as number);
      const more = (records[at + WEIGHT] as number) * (load - (loads[records[at] as number] as number));
      records[at] = loads.length - 1;
      const end = records[at + TO] as number;
      for (let mark = records[at + FROM] as number; mark < end; mark++) {
        const q = projects[mark] as number;
        carried[q] = (carried[q] as number) + more;
      }
    }
  }

  private countByRound(p: number): void {
    const { counts, records } = this;
    counts.fill(0, 0, this.loads.length);
    const groups = supportersOf(this.profile, p);
    for (let i = 0; i < groups.length; i++) {
      const at = RECORD * (groups[i] as number);
      const round = records[at] as number;
      counts[round] = (counts[round] as number) + (records[at + WEIGHT] as number);
    }
  }

  private catchUp(): void {
    for (let at = this.exact.length - 1; at < this.purchases.length; at++) {
      const { cost, weight, rounds, weights } = this.purchases[at] as Purchase;
      const num = rounds.reduce(
        (sum, round, i) => sum + BigInt(weights[i] as number) * (this.exact[round] as bigint),
        cost * this.denominator,
      );
      const common = gcd(num, weight);
      const factor = weight / common;
      this.denominator *= factor;
      for (let i = 0; i < this.exact.length; i++) this.exact[i] = (this.exact[i] as bigint) * factor;
      this.exact.push(num / common);
    }
  }
}

export function compareLoads(a: ExactLoad, b: ExactLoad): number {
  const left = a.num * b.weight;
  const right = b.num * a.weight;
  return left < right ? -1 : left > right ? 1 : 0;
}
