import { z } from "zod";
import type { LocalText } from "~/domain/communities/community";
import { RESIDENCE_BASES } from "~/domain/identity/residence";
import { parseCostGuess } from "~/domain/initiatives/cost-guess";
import { type Locale, locales } from "~/i18n/locales";
import { ALLOCATION_RULES, BALLOT_KINDS, type RoundRules, TIE_ORDERS } from "./round";
import type { EnvelopeSetup } from "./round-setup";

export const ROUND_LIMITS = {
  slug: 40,
  title: 120,
  summary: 600,
  question: 200,
  rule: 600,
  reason: 1_000,
  drawSource: 300,
} as const;

const text = (maximum: number) => z.string().trim().max(maximum).default("");
const inEach = <Name extends string>(name: Name, maximum: number) =>
  Object.fromEntries(locales.map((locale) => [`${name}_${locale}`, text(maximum)])) as Record<
    `${Name}_${Locale}`,
    ReturnType<typeof text>
  >;

/** What every change of a round carries: the version that was looked at, and the reason once the rules are locked. */
const change = { version: z.coerce.number().int().min(1), reason: text(ROUND_LIMITS.reason) };

const texts = { ...inEach("title", ROUND_LIMITS.title), ...inEach("summary", ROUND_LIMITS.summary) };

export const newRoundForm = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(ROUND_LIMITS.slug)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "prioritisation.error.slug")
    .refine((slug) => slug !== "new", "prioritisation.error.slug"),
  ...texts,
});

export const roundTextForm = z.strictObject({ ...texts, ...change });

export const criterionForm = z.strictObject({
  ...inEach("question", ROUND_LIMITS.question),
  ...inEach("rule", ROUND_LIMITS.rule),
  ...change,
});

export const versionForm = z.strictObject({ version: change.version });
export const publishForm = z.strictObject({
  version: change.version,
  embeddedRead: z.literal("yes").optional(),
});

const count = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

export const rulesForm = z
  .strictObject({
    ballot: z.enum(BALLOT_KINDS, "prioritisation.error.choose"),
    maxChoices: count(0, 100, "prioritisation.error.maxChoices"),
    allocation: z.enum(ALLOCATION_RULES, "prioritisation.error.choose"),
    minimumVotes: count(0, 1_000_000, "prioritisation.error.minimumVotes"),
    tieOrder: z.enum(TIE_ORDERS, "prioritisation.error.choose"),
    ...inEach("drawSource", ROUND_LIMITS.drawSource),
    bases: z
      .array(z.enum(RESIDENCE_BASES))
      .default([])
      .refine((bases) => bases.length > 0, "prioritisation.error.bases"),
    minimumAge: count(0, 120, "prioritisation.error.minimumAge"),
    verifiedResidence: z.literal("yes").optional(),
    ...change,
  })
  .refine(({ ballot, maxChoices }) => ballot === "knapsack" || maxChoices >= 1, {
    path: ["maxChoices"],
    message: "prioritisation.error.maxChoices",
  });

/** Fields of the draw's source left empty although the draw is chosen: everybody must read it in their language. */
export function missingDrawSource(
  answers: z.output<typeof rulesForm>,
  languages: readonly Locale[],
): string[] {
  if (answers.tieOrder !== "draw") return [];
  const written = readLocal(answers, "drawSource", languages);
  return languages.filter((language) => !written[language]).map((language) => `drawSource_${language}`);
}

export function rulesOf(answers: z.output<typeof rulesForm>, languages: readonly Locale[]): RoundRules {
  const { ballot, maxChoices, allocation, minimumVotes, tieOrder, bases, minimumAge, verifiedResidence } =
    answers;
  return {
    ballot,
    maxChoices,
    allocation,
    minimumVotes,
    tieOrder,
    ...(tieOrder === "draw" ? { drawSource: readLocal(answers, "drawSource", languages) } : {}),
    eligibility: { bases, minimumAge, verifiedResidence: verifiedResidence === "yes" },
  };
}

/** The texts of one field in the community's languages, without the empty ones. */
export function readLocal(
  answers: Record<string, unknown>,
  name: string,
  languages: readonly Locale[],
): LocalText {
  const entries = languages.map((language) => [language, String(answers[`${name}_${language}`] ?? "")]);
  return Object.fromEntries(entries.filter(([, words]) => words !== ""));
}

/** One field per area, `amount_whole` and `amount_<district id>`; an empty one means no envelope there. */
export function envelopesForm(districtIds: readonly string[]) {
  const names = ["whole", ...districtIds].map((id) => [`amount_${id}`, z.string().max(40).default("")]);
  return z.strictObject({
    ...(Object.fromEntries(names) as Record<`amount_${string}`, z.ZodDefault<z.ZodString>>),
    ...change,
  });
}

export type EnvelopeAnswers = { envelopes: EnvelopeSetup[]; wrong: string[] };

/** Amounts as people type them ("500 000", "1,5 млн"); `wrong` names the fields that are no amount. */
export function readEnvelopes(
  answers: Record<string, unknown>,
  districtIds: readonly string[],
): EnvelopeAnswers {
  const envelopes: EnvelopeSetup[] = [];
  const wrong: string[] = [];
  for (const districtId of [null, ...districtIds]) {
    const field = `amount_${districtId ?? "whole"}`;
    const amount = parseCostGuess(String(answers[field] ?? ""));
    if (!amount.done) wrong.push(field);
    else if (amount.value !== null) envelopes.push({ districtId, amount: amount.value });
  }
  return { envelopes, wrong };
}

/** Minor units as they are typed into a field: "500000" or "500000.50". */
export function amountText(minor: number): string {
  const cents = minor % 100;
  return cents === 0 ? String(minor / 100) : `${Math.floor(minor / 100)}.${String(cents).padStart(2, "0")}`;
}
