import type { LocalText } from "~/domain/communities/community";
import type { ResidenceBasis } from "~/domain/identity/residence";

export const STAGE_KINDS = ["submission", "screening", "voting", "objections", "result"] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const BALLOT_KINDS = ["approval", "knapsack"] as const;
/** `approval`: up to `maxChoices` projects on each list. `knapsack`: any projects that fit the envelope together. */
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** Allocation rules offered to a community, by their stable ids in `domain/tally`. */
export const ALLOCATION_RULES = ["greedy_votes", "mes_cost_add1u", "mes_cost_add1_until_over"] as const;

export const TIE_ORDERS = ["lower_cost_then_code", "project_code", "draw"] as const;

/** The rules of one round; frozen at `lockedAt`, later changes are amendments. */
export type RoundRules = {
  ballot: BallotKind;
  maxChoices: number;
  allocation: string;
  /** Projects with fewer votes cannot win. */
  minimumVotes: number;
  eligibility: {
    bases: readonly ResidenceBasis[];
    /** Full years on the day voting closes. */
    minimumAge: number;
    verifiedResidence: boolean;
  };
  /** Order among equals: stated before the count, published with it. */
  tieOrder: (typeof TIE_ORDERS)[number];
  /** With `draw`: which value that nobody controls will be used, and who publishes it when. */
  drawSource?: LocalText;
};

/** Where an imported election comes from. */
export type ElectionSource = {
  file: string;
  citation: string;
  sha256: string;
  officialRule: string;
  /** ISO 4217: every amount of the round is in it, whatever the community's own currency. */
  currency: string;
};

export type Stage = { kind: StageKind; opensAt: Date; closesAt: Date };

export type StageStatus = "planned" | "open" | "closed";

export function stageStatus(stage: Pick<Stage, "opensAt" | "closesAt">, now: Date): StageStatus {
  if (now < stage.opensAt) return "planned";
  return now < stage.closesAt ? "open" : "closed";
}
