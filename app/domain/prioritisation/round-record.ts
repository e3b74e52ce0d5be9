import { stageOf } from "./calendar";
import { type ElectionSource, type Stage, type StageKind, stageStatus } from "./round";
import type { CriterionSetup, EnvelopeSetup, RoundSetup } from "./round-setup";

/** A round as it is stored: its set-up and how far it has come. */
export type RoundRecord = Omit<RoundSetup, "envelopes" | "criteria"> & {
  id: string;
  slug: string;
  rulesVersion: number;
  source: ElectionSource | null;
  publishedAt: Date | null;
  lockedAt: Date | null;
  closedAt: Date | null;
  resultPublishedAt: Date | null;
  envelopes: (EnvelopeSetup & { id: string })[];
  criteria: (CriterionSetup & { id: string; number: number })[];
};

export type RoundStatus = {
  code:
    | "draft"
    | "announced"
    | "submission"
    | "screening"
    | "before_voting"
    | "opening"
    | "voting"
    | "counting"
    | "objections"
    | "finished";
  /** The date the sentence names: what begins or ends next. */
  date: Date | null;
};

type Progress = Pick<RoundRecord, "publishedAt" | "lockedAt" | "closedAt" | "resultPublishedAt" | "stages">;

/** Where a round stands, for its one sentence. Facts go before dates: a vote is open only when its rules are locked. */
export function roundStatus(round: Progress, now: Date): RoundStatus {
  if (!round.publishedAt) return { code: "draft", date: null };
  const voting = stageOf(round.stages, "voting");
  if (round.resultPublishedAt) return resultStatus(round, now);
  if (round.closedAt || (voting && stageStatus(voting, now) === "closed"))
    return { code: "counting", date: null };
  if (voting && stageStatus(voting, now) === "open") {
    return { code: round.lockedAt ? "voting" : "opening", date: voting.closesAt };
  }
  return beforeVoting(round.stages, now);
}

function resultStatus({ stages }: Progress, now: Date): RoundStatus {
  const objections = stageOf(stages, "objections");
  if (objections && now < objections.closesAt) return { code: "objections", date: objections.closesAt };
  return { code: "finished", date: null };
}

function beforeVoting(stages: readonly Stage[], now: Date): RoundStatus {
  const isOpen = (kind: StageKind) =>
    stages.find((stage) => stage.kind === kind && stageStatus(stage, now) === "open");
  const open = isOpen("submission") ?? isOpen("screening");
  if (open) return { code: open.kind === "submission" ? "submission" : "screening", date: open.closesAt };
  const submission = stageOf(stages, "submission");
  if (submission && now < submission.opensAt) return { code: "announced", date: submission.opensAt };
  return { code: "before_voting", date: stageOf(stages, "voting")?.opensAt ?? null };
}

/** Sum of all envelopes, in minor units. */
export function wholeBudget(envelopes: readonly EnvelopeSetup[]): number {
  return envelopes.reduce((sum, { amount }) => sum + amount, 0);
}
