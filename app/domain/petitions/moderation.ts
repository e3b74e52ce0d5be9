import type { Term } from "~/domain/communities/working-days";
import type { PetitionStep, RefusalGround } from "./petition";
import type { PetitionRules } from "./petition-rules";

/** What a moderator may do to a petition; the last two decide a review request. */
export const MODERATION_STEPS = [
  "open",
  "return",
  "refuse",
  "hide",
  "show",
  "stop",
  "restore",
  "reject_review",
] as const satisfies readonly PetitionStep[];
export type ModerationStep = (typeof MODERATION_STEPS)[number];

/** Views of the moderators' queue. */
export const MODERATION_VIEWS = ["waiting", "reviews", "returned", "open", "refused", "hidden"] as const;
export type ModerationView = (typeof MODERATION_VIEWS)[number];

/** Minutes a petition stays with the moderator who took it on. */
export const LOCK_MINUTES = 10;

/** Grounds for which the very text is unlawful, so that it may be hidden. */
export const HIDING_GROUNDS = [
  "personal_data",
  "insult",
  "unlawful_call",
] as const satisfies readonly RefusalGround[];

export function mayHideFor(ground: RefusalGround): boolean {
  return HIDING_GROUNDS.some((each) => each === ground);
}

/**
 * The time that begins with a decision for whoever acts next: signers, the author who reworks, the author who asks
 * for a review. Null where nobody has to act. An opened petition goes by the newest rules, the rest by its own.
 */
export function termAfter(step: ModerationStep, own: PetitionRules, newest: PetitionRules): Term | null {
  if (step === "open" || step === "restore") return newest.collection;
  if (step === "return") return own.rework;
  return step === "refuse" ? own.reviewRequest : null;
}
