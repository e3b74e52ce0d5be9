/** States a petition passes through. Reached thresholds, a hidden text and wiped names are facts, not states. */
export const PETITION_STATES = [
  "gathering",
  "moderation",
  "returned",
  "refused",
  "open",
  "closed",
  "withdrawn",
  "stopped",
] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

/** What may happen to a petition. Steps without a move are facts that leave the state as it is. */
export const PETITION_STEPS = [
  "file",
  "second",
  "return",
  "resubmit",
  "refuse",
  "open",
  "restore",
  "close",
  "withdraw",
  "stop",
  "hide",
  "show",
  "ask_review",
  "reject_review",
  "reach_threshold",
  "answer",
  "schedule_debate",
  "hold_debate",
  "drop_debate",
  "become_appeal",
  "annul_signatures",
  "restore_signatures",
  "wipe",
] as const;
export type PetitionStep = (typeof PETITION_STEPS)[number];

/** Coded grounds of a refusal; the rule behind each is quoted from the catalogues. */
export const REFUSAL_GROUNDS = [
  "outside_powers",
  "duplicate",
  "no_clear_demand",
  "personal_data",
  "insult",
  "unlawful_call",
  "advertising",
  "court_case",
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

type Move = { from: readonly PetitionState[]; to: PetitionState };

const MOVES: Partial<Record<PetitionStep, Move>> = {
  file: { from: [], to: "gathering" },
  second: { from: ["gathering"], to: "moderation" },
  return: { from: ["moderation"], to: "returned" },
  resubmit: { from: ["returned"], to: "moderation" },
  refuse: { from: ["moderation"], to: "refused" },
  open: { from: ["moderation"], to: "open" },
  restore: { from: ["refused"], to: "open" },
  close: { from: ["open"], to: "closed" },
  withdraw: { from: ["gathering", "moderation", "returned", "open"], to: "withdrawn" },
  stop: { from: ["open"], to: "stopped" },
};

/** The move a step makes, or null for a step that only records a fact. */
export function moveOf(step: PetitionStep): Move | null {
  return MOVES[step] ?? null;
}

export function mayMove(step: PetitionStep, state: PetitionState): boolean {
  return MOVES[step]?.from.includes(state) ?? true;
}

/** States in which everybody may read the petition; before them only those who hold a link, and moderators. */
const PUBLIC_STATES: readonly PetitionState[] = ["open", "closed", "refused", "stopped"];

export function isPublic(petition: { state: PetitionState; openedAt: Date | null }): boolean {
  return (
    PUBLIC_STATES.includes(petition.state) || (petition.state === "withdrawn" && petition.openedAt !== null)
  );
}

/** The number of a petition as an address names it; null for any other text. */
export function petitionNumber(text: string | undefined): number | null {
  const number = /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : 0;
  return number > 0 ? number : null;
}
