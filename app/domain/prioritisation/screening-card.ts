import type { RefusalReason } from "~/domain/initiatives/initiative";
import type { CriterionVerdict, ScreeningOutcome } from "./screening";

export type CardLine = { criterionId: string; verdict: CriterionVerdict | null; note: string };

/** A criterion card as a moderator fills it in. */
export type ScreeningCard = {
  outcome: ScreeningOutcome;
  lines: CardLine[];
  reason: RefusalReason | null;
  /** Public words to the author. */
  note: string;
  /** Minor units and where they come from; only for an admitted proposal. */
  estimate: { amount: number | null; basis: string };
  /** Days the author has for rework. */
  days: number | null;
};

export const REWORK_DAYS = { fewest: 1, most: 30 } as const;
const SHORTEST_NOTE = 10;

export type CardProblem = {
  /** Criterion at fault, when it is one. */
  criterionId?: string;
  part: "verdict" | "lineNote" | "outcome" | "reason" | "note" | "amount" | "basis" | "days";
  code:
    | "verdict_missing"
    | "not_met_needs_note"
    | "admitted_but_not_met"
    | "nothing_against_it"
    | "reason_missing"
    | "note_missing"
    | "amount_missing"
    | "amount_over_envelope"
    | "no_envelope"
    | "basis_missing"
    | "days_wrong";
};

/**
 * Whether a card holds together. `envelope` is the sum the proposal would compete for, null when its area has none.
 * A refusal names a coded reason and says it in words; a return says what to change and by when.
 */
export function cardProblems(card: ScreeningCard, envelope: number | null): CardProblem[] {
  const lines = card.lines.flatMap(({ criterionId, verdict, note }): CardProblem[] => {
    if (!verdict) return [{ criterionId, part: "verdict", code: "verdict_missing" }];
    if (verdict !== "not_met" || note.trim().length >= SHORTEST_NOTE) return [];
    return [{ criterionId, part: "lineNote", code: "not_met_needs_note" }];
  });
  return [...lines, ...outcomeProblems(card, envelope)];
}

function outcomeProblems(card: ScreeningCard, envelope: number | null): CardProblem[] {
  const notMet = card.lines.some(({ verdict }) => verdict === "not_met");
  if (card.outcome === "admitted") return admissionProblems(card, envelope, notMet);
  const found: CardProblem[] = [];
  if (card.outcome === "refused" && !card.reason) found.push({ part: "reason", code: "reason_missing" });
  if (card.outcome === "returned" && !card.reason && !notMet)
    found.push({ part: "outcome", code: "nothing_against_it" });
  if (card.note.trim().length < SHORTEST_NOTE) found.push({ part: "note", code: "note_missing" });
  if (card.outcome === "returned" && !validDays(card.days)) found.push({ part: "days", code: "days_wrong" });
  return found;
}

function admissionProblems(
  { estimate }: ScreeningCard,
  envelope: number | null,
  notMet: boolean,
): CardProblem[] {
  const found: CardProblem[] = [];
  if (notMet) found.push({ part: "outcome", code: "admitted_but_not_met" });
  if (envelope === null) found.push({ part: "outcome", code: "no_envelope" });
  if (!estimate.amount) found.push({ part: "amount", code: "amount_missing" });
  else if (envelope !== null && estimate.amount > envelope)
    found.push({ part: "amount", code: "amount_over_envelope" });
  if (estimate.basis.trim().length < SHORTEST_NOTE) found.push({ part: "basis", code: "basis_missing" });
  return found;
}

function validDays(days: number | null): boolean {
  return days !== null && Number.isInteger(days) && days >= REWORK_DAYS.fewest && days <= REWORK_DAYS.most;
}
