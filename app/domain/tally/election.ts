import type { BallotGroups } from "~/domain/tally/ballot-groups";

/** How a ballot is filled in. `cumulative` ballots carry points, `ordinal` ones an order. */
export const VOTE_TYPES = ["approval", "choose-1", "cumulative", "ordinal"] as const;
export type VoteType = (typeof VOTE_TYPES)[number];

/** Money as it is written: a decimal text, a whole number or a bigint. */
export type MoneyInput = string | number | bigint;

export interface ProjectInput {
  readonly id: string;
  readonly cost: MoneyInput;
  /** Shown and compared by, never part of the count. */
  readonly name?: string;
  readonly district?: string;
  readonly categories?: readonly string[];
  /** Ids of projects that must be funded before this one may be. */
  readonly requires?: readonly string[];
  /** Names of the exclusive groups it belongs to: of each group at most one project wins. */
  readonly exclusiveGroups?: readonly string[];
  /** Envelopes it may draw on, in the order they are tried; the whole cost comes from one. */
  readonly envelopes?: readonly string[];
}

/** A part of the budget that is set aside. The amounts may not exceed the budget together. */
export interface EnvelopeInput {
  readonly id: string;
  readonly amount: MoneyInput;
}

/**
 * One ballot, or `weight` identical ones. `choices` is the order of preference for ordinal
 * ballots; `points` is parallel to it for cumulative ones.
 */
export interface BallotInput {
  readonly choices: readonly string[];
  readonly points?: readonly number[];
  readonly weight?: number;
}

export interface ElectionInput {
  readonly voteType: VoteType;
  readonly budget: MoneyInput;
  readonly projects: readonly ProjectInput[];
  readonly ballots: Iterable<BallotInput>;
  readonly envelopes?: readonly EnvelopeInput[];
  /** Projects with a smaller score cannot win, under every rule. */
  readonly minimumVotes?: MoneyInput;
  /** The threshold that only the `greedy_*_threshold` rules apply (Pabulib). */
  readonly scoreThreshold?: MoneyInput;
}

/** A project as counted: money in units of `10^-decimals` of the currency. */
export interface Project {
  readonly id: string;
  readonly index: number;
  readonly cost: bigint;
  readonly name: string;
  readonly district: string;
  readonly categories: readonly string[];
  /** Indices of the projects it needs, of its exclusive groups, of its envelopes. */
  readonly requires: readonly number[];
  readonly exclusiveGroups: readonly number[];
  readonly envelopes: readonly number[];
}

export interface Envelope {
  readonly id: string;
  readonly amount: bigint;
}

/** A threshold on scores, exact: a score reaches it when `score * 10^decimals >= units`. */
export interface ScoreThreshold {
  readonly units: bigint;
  readonly decimals: number;
}

/** An election ready to be counted. Immutable; built by `buildElection`. */
export interface Election {
  readonly voteType: VoteType;
  /** Decimals of the smallest money unit in use; `budget` and costs are counted in it. */
  readonly decimals: number;
  readonly budget: bigint;
  /** In the order of the input. */
  readonly projects: readonly Project[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly envelopes: readonly Envelope[];
  readonly exclusiveGroups: readonly string[];
  readonly ballots: BallotGroups;
  /** Ballots by weight, empty ones included. */
  readonly voters: number;
  readonly minimumVotes: ScoreThreshold | null;
  readonly scoreThreshold: ScoreThreshold | null;
}

/** Why an election cannot be built. `subject` is the id or value at fault. */
export interface ElectionProblem {
  readonly code:
    | "budget-not-a-number"
    | "budget-negative"
    | "project-id-empty"
    | "project-id-twice"
    | "cost-not-a-number"
    | "cost-negative"
    | "too-many-projects"
    | "project-unknown"
    | "envelope-unknown"
    | "envelope-twice"
    | "envelopes-exceed-budget"
    | "requires-itself"
    | "threshold-not-a-number"
    | BallotProblem;
  readonly subject: string;
  /** Place of the ballot in the input, from 0, when a ballot is at fault. */
  readonly ballot?: number;
}

export type BallotProblem =
  | "choice-unknown"
  | "more-than-one-choice"
  | "points-missing"
  | "points-not-a-number"
  | "points-negative"
  | "weight-not-positive"
  | "too-many-voters";

/** A value, or the reason why there is none. */
export type Built<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export function built<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}
