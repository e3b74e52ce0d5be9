import type { PetitionState, PetitionStep } from "./petition";

type Fact = { step: PetitionStep; at: Date; dueAt: Date | null };

/** Until when somebody has time; null where nothing runs. */
export type StandingDates = {
  gatheringUntil: Date | null;
  moderationUntil: Date | null;
  reworkUntil: Date | null;
  closesAt: Date | null;
  /** Last instant to challenge the refusal; null once it was challenged. */
  reviewUntil: Date | null;
  /** By when the challenge is decided; null when none waits. */
  reviewDueAt: Date | null;
};

/** The sentence to show, by the key of its text, and the date it names. */
export type Standing = {
  code:
    | "gathering"
    | "moderation"
    | "returned"
    | "returned_late"
    | "refused"
    | "refused_final"
    | "in_review"
    | "open"
    | "closed"
    | "withdrawn"
    | "stopped";
  date: Date | null;
  /** Others have let the date pass: computed, never a state. */
  overdue: boolean;
};

/** One sentence for the author: where the petition stands, who has it and by when. */
export function standingOf(state: PetitionState, dates: StandingDates, now: Date): Standing {
  const at = (code: Standing["code"], date: Date | null, others = false): Standing => ({
    code,
    date,
    overdue: others && date !== null && now >= date,
  });
  switch (state) {
    case "gathering":
      return at("gathering", dates.gatheringUntil);
    case "moderation":
      return at("moderation", dates.moderationUntil, true);
    case "returned":
      return at(isOver(dates.reworkUntil, now) ? "returned_late" : "returned", dates.reworkUntil);
    case "refused":
      if (dates.reviewDueAt) return at("in_review", dates.reviewDueAt, true);
      if (!dates.reviewUntil || isOver(dates.reviewUntil, now)) return at("refused_final", null);
      return at("refused", dates.reviewUntil);
    case "open":
      return at("open", dates.closesAt);
    default:
      return at(state, null);
  }
}

function isOver(end: Date | null, now: Date): boolean {
  return end !== null && now >= end;
}

/** The newest fact of one step; facts come oldest first. */
export function newestFact<F extends Fact>(facts: readonly F[], step: PetitionStep): F | undefined {
  return facts.findLast((fact) => fact.step === step);
}

/** Whether the newest refusal was challenged, and whether that challenge still waits. */
export function reviewOf(facts: readonly Fact[]): "none" | "waiting" | "decided" {
  const steps: readonly PetitionStep[] = ["refuse", "ask_review", "reject_review", "restore"];
  const newest = facts.findLast(({ step }) => steps.includes(step))?.step;
  if (newest === "ask_review") return "waiting";
  return newest === "refuse" || newest === undefined ? "none" : "decided";
}
