import type { Locale } from "~/i18n/locales";
import type { AnswerContent } from "./answer-form";
import type { PetitionState } from "./petition";
import type { Duty } from "./petition-rules";

/** A threshold that was reached, with what it obliges the council to. */
export type DutyFact = { duty: Duty; reachedAt: Date; dueAt: Date };

/** A debate as it was set down; the newest one counts. */
export type DebateFact = {
  scheduledFor: Date;
  heldAt: Date | null;
  notHeldReason: string | null;
};

/** Whether the council owes an answer. Overdue is computed, never a state. */
export type ResponseStanding =
  | { state: "not_due" }
  | { state: "due"; dueAt: Date; overdue: boolean }
  /** `inTime` is null for an answer that nobody could demand yet. */
  | { state: "answered"; at: Date; dueAt: Date | null; inTime: boolean | null };

/** Whether a debate is owed, set, held or given up for a reason. */
export type DebateStanding =
  | { state: "not_due" }
  | { state: "due"; dueAt: Date; overdue: boolean }
  | { state: "scheduled"; on: Date; dueAt: Date | null; overdue: boolean }
  | { state: "held"; on: Date; dueAt: Date | null; inTime: boolean | null }
  | { state: "not_held"; reason: string };

/** States in which the council answers. Stopping a petition frees nobody from a duty that has begun. */
export const ANSWERED_STATES = ["open", "closed", "stopped"] as const satisfies readonly PetitionState[];

export function isAnswered(state: PetitionState): boolean {
  return ANSWERED_STATES.some((each) => each === state);
}

/** The first duty of a kind that began: a later threshold gives no new time. */
function dueOf(duty: Duty, facts: readonly DutyFact[]): Date | null {
  const times = facts.filter((fact) => fact.duty === duty).map(({ dueAt }) => dueAt.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** `answeredAt` is the instant of the first version: a correction is no later answer. */
export function responseOf(facts: readonly DutyFact[], answeredAt: Date | null, now: Date): ResponseStanding {
  const dueAt = dueOf("answer", facts);
  if (answeredAt) return { state: "answered", at: answeredAt, dueAt, inTime: dueAt && answeredAt < dueAt };
  return dueAt ? { state: "due", dueAt, overdue: now >= dueAt } : { state: "not_due" };
}

/** Time for a debate runs until it takes place, not until it is set. */
export function debateOf(facts: readonly DutyFact[], newest: DebateFact | null, now: Date): DebateStanding {
  const dueAt = dueOf("debate", facts);
  if (newest?.notHeldReason != null) return { state: "not_held", reason: newest.notHeldReason };
  if (newest?.heldAt) {
    const { scheduledFor: on } = newest;
    return { state: "held", on, dueAt, inTime: dueAt && on < dueAt };
  }
  const overdue = dueAt !== null && now >= dueAt;
  if (newest) return { state: "scheduled", on: newest.scheduledFor, dueAt, overdue };
  return dueAt ? { state: "due", dueAt, overdue } : { state: "not_due" };
}

/** What may be done about a debate now; a debate that was held is over. */
export function debateActs(newest: DebateFact | null, now: Date): ("schedule" | "hold" | "drop")[] {
  if (newest?.heldAt) return [];
  if (!newest || newest.notHeldReason !== null) return ["schedule"];
  return newest.scheduledFor <= now ? ["hold", "drop", "schedule"] : ["drop", "schedule"];
}

const DAY = 86_400_000;

/** Whole days since a term ran out. */
export function daysOverdue(dueAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - dueAt.getTime()) / DAY));
}

/** Views of what the council owes: what is still to be done, and what is done. */
export const DUTY_VIEWS = ["owed", "done"] as const;
export type DutyView = (typeof DUTY_VIEWS)[number];

export type AnswerVersion = AnswerContent & { version: number; at: Date };

export type PetitionDebate = DebateFact & {
  id: string;
  place: string;
  meetingAddress: string;
  minutesAddress: string;
};

/** What the council owes to a petition and what it has given. */
export type PetitionResponse = {
  response: ResponseStanding;
  debate: DebateStanding;
  /** The newest first; what came before stays readable. */
  answers: AnswerVersion[];
  debates: PetitionDebate[];
  /** Closed below every threshold: what then becomes of it. */
  below: "close" | "appeal" | null;
};

/** One duty of the register. */
export type DutyRow = {
  petitionId: string;
  number: number;
  title: string;
  language: Locale;
  hidden: boolean;
  /** Who owes it. */
  addressee: string;
  duty: Duty;
  reachedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  debate: DebateFact | null;
};
