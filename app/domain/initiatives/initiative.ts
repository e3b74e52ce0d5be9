/** States an initiative passes through; `project` of the life cycle is "admitted" and costed. */
export const INITIATIVE_STATES = [
  "submitted",
  "admitted",
  "returned",
  "refused",
  "withdrawn",
  "on_ballot",
  "funded",
  "not_funded",
] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

export const INITIATIVE_STEPS = [
  "submit",
  "admit",
  "return",
  "refuse",
  "resubmit",
  "withdraw",
  "put_on_ballot",
  "fund",
  "not_fund",
] as const;
export type InitiativeStep = (typeof INITIATIVE_STEPS)[number];

/** The number of an initiative as an address names it; null for any other text, such as "01" or "1e3". */
export function initiativeNumber(text: string | undefined): number | null {
  const number = /^[1-9]\d{0,9}$/.test(text ?? "") ? Number(text) : 0;
  return number > 0 && number <= 2_147_483_647 ? number : null;
}

export const REFUSAL_REASONS = [
  "outside_powers",
  "not_municipal_property",
  "over_envelope",
  "private_benefit",
  "unlawful_text",
  "duplicate",
  "incomplete",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const THEMES = [
  "yards",
  "roads",
  "greenery",
  "sport",
  "culture",
  "education",
  "safety",
  "access",
  "other",
] as const;
export type Theme = (typeof THEMES)[number];

const MOVES: Record<InitiativeStep, { from: readonly InitiativeState[]; to: InitiativeState }> = {
  submit: { from: [], to: "submitted" },
  admit: { from: ["submitted"], to: "admitted" },
  return: { from: ["submitted"], to: "returned" },
  refuse: { from: ["submitted"], to: "refused" },
  resubmit: { from: ["returned"], to: "submitted" },
  withdraw: { from: ["submitted", "returned", "admitted"], to: "withdrawn" },
  put_on_ballot: { from: ["admitted"], to: "on_ballot" },
  fund: { from: ["on_ballot"], to: "funded" },
  not_fund: { from: ["on_ballot"], to: "not_funded" },
};

/** The state a step leads to, and the states it may start from. */
export function move(step: InitiativeStep): { from: readonly InitiativeState[]; to: InitiativeState } {
  return MOVES[step];
}

export function mayMove(step: InitiativeStep, state: InitiativeState): boolean {
  return MOVES[step].from.includes(state);
}
