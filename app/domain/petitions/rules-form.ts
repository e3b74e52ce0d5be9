import { z } from "zod";
import type { Term } from "~/domain/communities/working-days";
import { RESIDENCE_BASES } from "~/domain/identity/residence";
import type { LocalText } from "~/i18n/local-text";
import { type Locale, locales } from "~/i18n/locales";
import type { FormValues } from "~/shared/form-failure";
import { DUTIES, type PetitionRules, RULE_PARTS, type Threshold } from "./petition-rules";

/** Places for thresholds in the form; an empty one is no threshold. */
export const THRESHOLD_PLACES = [1, 2, 3, 4, 5] as const;
export const RULE_TERMS = [
  "gathering",
  "moderation",
  "rework",
  "collection",
  "reviewRequest",
  "reviewDecision",
] as const satisfies readonly (keyof PetitionRules)[];
export const TERM_UNITS = ["working", "calendar"] as const satisfies readonly Term["unit"][];
export const NAME_RULES = ["public", "choice", "hidden"] as const satisfies readonly PetitionRules["names"][];
export const ENDINGS = ["appeal", "close"] as const satisfies readonly PetitionRules["belowThreshold"][];
const BASIS_LIMIT = 200;

/** How people write it: `25 000` too. */
const digits = (shape: RegExp) =>
  z
    .string()
    .max(20)
    .transform((text) => text.replace(/[\s\u00a0\u202f]/g, ""))
    .pipe(z.string().regex(shape, "moderation.error.number"));
const number = digits(/^\d{1,8}$/).transform(Number);
const optionalNumber = digits(/^\d{0,8}$/)
  .transform((text) => (text === "" ? null : Number(text)))
  .default(null);
const unit = z.enum(TERM_UNITS, "moderation.error.choose").default("working");

/** The form of the rules in a community with these districts. Values are `rulesValues`. */
export function rulesForm(districtIds: readonly string[]) {
  const each = <Shape>(names: readonly string[], shape: Shape) =>
    Object.fromEntries(names.map((name) => [name, shape])) as Record<string, Shape>;
  const terms = RULE_TERMS.map((term) => String(term));
  const places = THRESHOLD_PLACES.map((place) => `threshold_${place}`);
  return z.strictObject({
    version: z.coerce.number().int().min(0),
    firstSignatories: number,
    minimumAge: number,
    retentionDays: number,
    bases: z.array(z.enum(RESIDENCE_BASES)).default([]),
    withoutAccount: z.literal("yes").optional(),
    names: z.enum(NAME_RULES, "moderation.error.choose"),
    belowThreshold: z.enum(ENDINGS, "moderation.error.choose"),
    ...each(
      terms.map((term) => `${term}_days`),
      number,
    ),
    ...each(
      terms.map((term) => `${term}_unit`),
      unit,
    ),
    ...each(
      places.map((place) => `${place}_signatures`),
      optionalNumber,
    ),
    ...each(
      places.map((place) => `${place}_duty`),
      z.enum(DUTIES).default("answer"),
    ),
    ...each(
      places.map((place) => `${place}_days`),
      optionalNumber,
    ),
    ...each(
      places.map((place) => `${place}_unit`),
      unit,
    ),
    ...each(
      places.flatMap((place) => districtIds.map((id) => `${place}_area_${id}`)),
      optionalNumber,
    ),
    ...each(
      RULE_PARTS.flatMap((part) => locales.map((locale) => `basis_${part}_${locale}`)),
      z.string().trim().max(BASIS_LIMIT).default(""),
    ),
  });
}

type Answers = z.output<ReturnType<typeof rulesForm>>;

/** The rules of a filled form; what they get wrong says `ruleFaults`. */
export function rulesOf(
  answers: Answers,
  languages: readonly Locale[],
  districtIds: readonly string[],
): PetitionRules {
  const given: Record<string, unknown> = answers;
  const days = (name: string) => Number(given[`${name}_days`] ?? 0);
  const term = (name: string): Term => ({
    days: days(name),
    unit: given[`${name}_unit`] === "calendar" ? "calendar" : "working",
  });
  const terms = Object.fromEntries(RULE_TERMS.map((name) => [name, term(name)]));
  const thresholds = THRESHOLD_PLACES.flatMap((place): Threshold[] => {
    const name = `threshold_${place}`;
    const signatures = given[`${name}_signatures`];
    if (typeof signatures !== "number") return [];
    const areas = districtIds.flatMap((districtId) => {
      const needed = given[`${name}_area_${districtId}`];
      return typeof needed === "number" ? { districtId, signatures: needed } : [];
    });
    const duty = DUTIES.find((known) => known === given[`${name}_duty`]) ?? "answer";
    return [{ duty, signatures, areas, term: term(name) }];
  });
  const { firstSignatories, minimumAge, retentionDays, bases, withoutAccount, names, belowThreshold } =
    answers;
  return {
    firstSignatories,
    ...(terms as Record<(typeof RULE_TERMS)[number], Term>),
    thresholds,
    signers: { bases, minimumAge, withoutAccount: withoutAccount === "yes" },
    names,
    belowThreshold,
    retentionDays,
    basis: basisOf(given, languages),
  };
}

function basisOf(given: Record<string, unknown>, languages: readonly Locale[]): PetitionRules["basis"] {
  const parts = RULE_PARTS.map((part) => {
    const texts = languages.map((language) => [language, String(given[`basis_${part}_${language}`] ?? "")]);
    return [part, Object.fromEntries(texts.filter(([, text]) => text !== "")) as LocalText] as const;
  });
  return Object.fromEntries(parts.filter(([, text]) => Object.keys(text).length > 0));
}

/** What the form shows for these rules, field by field. */
export function rulesValues(rules: PetitionRules): FormValues {
  const values: FormValues = {
    firstSignatories: String(rules.firstSignatories),
    minimumAge: String(rules.signers.minimumAge),
    retentionDays: String(rules.retentionDays),
    bases: [...rules.signers.bases],
    names: rules.names,
    belowThreshold: rules.belowThreshold,
    ...(rules.signers.withoutAccount ? { withoutAccount: "yes" } : {}),
  };
  const setTerm = (name: string, { days, unit: counted }: Term) => {
    values[`${name}_days`] = String(days);
    values[`${name}_unit`] = counted;
  };
  for (const name of RULE_TERMS) setTerm(name, rules[name]);
  rules.thresholds.forEach(({ duty, signatures, areas, term }, index) => {
    const name = `threshold_${index + 1}`;
    values[`${name}_signatures`] = String(signatures);
    values[`${name}_duty`] = duty;
    setTerm(name, term);
    for (const area of areas) values[`${name}_area_${area.districtId}`] = String(area.signatures);
  });
  for (const part of RULE_PARTS) {
    for (const locale of locales) values[`basis_${part}_${locale}`] = rules.basis[part]?.[locale] ?? "";
  }
  return values;
}
