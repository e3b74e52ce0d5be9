import { z } from "zod";
import { parseCostGuess } from "~/domain/initiatives/cost-guess";
import { REFUSAL_REASONS } from "~/domain/initiatives/initiative";
import { CRITERION_VERDICTS, SCREENING_OUTCOMES } from "./screening";
import { type CardProblem, cardProblems, REWORK_DAYS, type ScreeningCard } from "./screening-card";

export const CARD_LIMITS = { lineNote: 600, note: 2_000, basis: 600 } as const;

type Criterion = { id: string; number: number };

const text = (maximum: number) => z.string().trim().max(maximum).default("");
const verdict = z.enum(CRITERION_VERDICTS).optional();

/** One `verdict_<n>` and `note_<n>` for each criterion, then the outcome with what belongs to it. */
export function screeningForm(criteria: readonly Criterion[]) {
  const lines = criteria.flatMap(({ number }) => [
    [`verdict_${number}`, verdict],
    [`note_${number}`, text(CARD_LIMITS.lineNote)],
  ]);
  return z.strictObject({
    // Named loosely, so that the fields below keep their own types.
    ...(Object.fromEntries(lines) as Record<`verdict_${number}`, typeof verdict>),
    version: z.coerce.number().int().min(1),
    outcome: z.enum(SCREENING_OUTCOMES, "prioritisation.error.choose"),
    reason: z.enum(["", ...REFUSAL_REASONS]).default(""),
    note: text(CARD_LIMITS.note),
    amount: text(60),
    basis: text(CARD_LIMITS.basis),
    days: text(3),
  });
}

export type ScreeningAnswers = z.output<ReturnType<typeof screeningForm>>;
export type ReadProblem = {
  field: string;
  code: CardProblem["code"] | "amount_unclear";
  /** Number of the criterion at fault, when it is one. */
  values: { number?: number };
};
export type ReadCard = { card: ScreeningCard; problems: ReadProblem[] };

/** The card of a filled form and what is wrong with it, field by field. */
export function readCard(
  answers: ScreeningAnswers,
  criteria: readonly Criterion[],
  envelope: number | null,
): ReadCard {
  const given: Record<string, unknown> = answers;
  const amount = parseCostGuess(answers.amount);
  const card: ScreeningCard = {
    outcome: answers.outcome,
    lines: criteria.map(({ id, number }) => ({
      criterionId: id,
      verdict: CRITERION_VERDICTS.find((known) => known === given[`verdict_${number}`]) ?? null,
      note: String(given[`note_${number}`] ?? ""),
    })),
    reason: answers.outcome === "admitted" || answers.reason === "" ? null : answers.reason,
    note: answers.note,
    estimate: { amount: amount.done ? amount.value : null, basis: answers.basis },
    days: /^\d+$/.test(answers.days) ? Number(answers.days) : null,
  };
  const problems = cardProblems(card, envelope).map(({ criterionId, part, code }): ReadProblem => {
    const number = criteria.find(({ id }) => id === criterionId)?.number;
    const unclear = code === "amount_missing" && !amount.done;
    return {
      field: fieldOf(part, number),
      code: unclear ? "amount_unclear" : code,
      values: number ? { number } : {},
    };
  });
  return { card, problems };
}

function fieldOf(part: CardProblem["part"], number: number | undefined): string {
  if (part === "verdict") return `verdict_${number}`;
  return part === "lineNote" ? `note_${number}` : part;
}

/** Days offered for rework when nothing else is typed. */
export const USUAL_REWORK_DAYS = Math.min(7, REWORK_DAYS.most);
