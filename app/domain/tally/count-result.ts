import type { RuleId } from "~/domain/tally/rules";

/** Why a project is or is not funded. Words for it live in the message catalogues. */
export const REASONS = [
  /** Greedy: its turn came while it fitted. numbers: place, score, leftBefore */
  "funded-in-turn",
  /** Equal Shares: its supporters had the money. numbers: price, payers */
  "funded-by-supporters",
  /** Phragmén: the smallest load. numbers: load */
  "funded-by-load",
  /** Bought in the completion after Equal Shares. numbers: place, score, leftBefore */
  "funded-by-completion",
  /** numbers: none */
  "no-supporters",
  /** numbers: score, minimum */
  "below-minimum-votes",
  /** numbers: cost, budget */
  "dearer-than-budget",
  /** numbers: cost, left, missing */
  "does-not-fit",
  /** Greedy without skipping stopped at another project. numbers: stoppedAt */
  "count-had-stopped",
  /** numbers: by */
  "excluded-by-winner",
  /** numbers: needs */
  "needed-project-not-funded",
  /** Equal Shares: supporters' remaining money. numbers: supportersMoney, missing, cost */
  "supporters-lack-money",
  /** Phragmén stopped because the next project would overspend. numbers: stoppedAt */
  "next-would-overspend",
] as const;
export type Reason = (typeof REASONS)[number];

/** Money and ids are text, counts and prices numbers. Safe to store as JSON. */
export type Numbers = Readonly<Record<string, string | number>>;

export interface ProjectOutcome {
  readonly id: string;
  readonly cost: string;
  /** Voters who support it. */
  readonly votes: number;
  /** Votes, points or Borda points, by rule; exact decimal. */
  readonly score: string;
  readonly funded: boolean;
  /**
   * Round it was funded in, or the last one it could still have won, from 1; `null` where it never
   * could. Under Phragmén the round that would have overspent is one more than there are.
   */
  readonly round: number | null;
  readonly reason: Reason;
  readonly numbers: Numbers;
}

/** A round in which several projects were equal and the tie order decided. */
export interface Tie {
  readonly round: number;
  readonly tied: readonly string[];
  readonly chosen: string;
  /** Whether some of the tied ended without money: the order decided who wins. */
  readonly decisive: boolean;
}

/** One step of a count. `left` is what remains of the budget after it. */
export type Round =
  | {
      readonly kind: "turn";
      readonly round: number;
      readonly project: string;
      readonly score: string;
      readonly cost: string;
      readonly funded: boolean;
      readonly left: string;
    }
  | {
      readonly kind: "shares";
      readonly round: number;
      readonly project: string;
      readonly cost: string;
      readonly left: string;
      /** Payment per unit of utility (`rho`), to double precision. */
      readonly rho: number;
      /** The most any one supporter pays for one vote or point, in currency. */
      readonly price: number;
      /** Supporting voters, those of them who still had money, and those who gave all of it. */
      readonly supporters: number;
      readonly payers: number;
      readonly exhausted: number;
    }
  | {
      /** Completion by epsilon: its supporters gave what they had left, the others the rest. */
      readonly kind: "topped-up";
      readonly round: number;
      readonly project: string;
      readonly cost: string;
      readonly left: string;
      /** The most a voter who does not support it pays, in currency. */
      readonly others: number;
    }
  | {
      readonly kind: "load";
      readonly round: number;
      readonly project: string;
      readonly cost: string;
      readonly left: string;
      readonly load: number;
      readonly supporters: number;
    };

export type AddOneStop = "exhaustive" | "overspend" | "all_selected";

/** The whole outcome of a count, as data; the same election and rule give the same object. */
export interface CountResult {
  readonly rule: RuleId;
  readonly voters: number;
  readonly budget: string;
  readonly cost: string;
  readonly left: string;
  /** Ids in the order of selection. */
  readonly selected: readonly string[];
  readonly votersWithWinner: number;
  /** Whether ties went by a stated list or by project id. */
  readonly tieOrder: "list" | "id";
  readonly ties: readonly Tie[];
  readonly rounds: readonly Round[];
  /** In the order of the election. */
  readonly projects: readonly ProjectOutcome[];
  /** Equal Shares: money per voter in the run that is the result, an exact fraction. */
  readonly endowment?: string;
  /** Equal Shares with Add1: steps added (beyond 2^53 to double precision), and why it ended there. */
  readonly steps?: number;
  readonly stop?: AddOneStop;
}
