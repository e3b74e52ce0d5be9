import type { Term } from "~/domain/communities/working-days";
import { type LocalText, localText } from "~/i18n/local-text";
import { type Locale, localeNames, locales } from "~/i18n/locales";
import type { T } from "~/i18n/translate";
import { type PetitionRules, RULE_PARTS, type Threshold } from "./petition-rules";
import { RULE_TERMS } from "./rules-form";

export type RuleWords = { t: T; locale: Locale; districts: readonly { id: string; name: LocalText }[] };
/** One parameter with its value in words. */
export type RuleLine = { id: string; label: string; value: string };
export type RuleChange = { id: string; label: string; before: string | null; after: string | null };

/** Every parameter of a set of rules in words, in the order of the form. */
export function ruleLines(rules: PetitionRules, words: RuleWords): RuleLine[] {
  const { t } = words;
  const { signers } = rules;
  const line = (id: string, label: string, value: string): RuleLine => ({ id, label, value });
  const simple = (id: "firstSignatories" | "minimumAge" | "retentionDays", value: number) =>
    line(id, t(`moderation.rules.${id}`), String(value));
  return [
    simple("firstSignatories", rules.firstSignatories),
    ...RULE_TERMS.map((term) => line(term, t(`moderation.rules.term.${term}`), termText(t, rules[term]))),
    ...rules.thresholds.flatMap((threshold, place) => thresholdLines(threshold, place + 1, words)),
    line(
      "bases",
      t("moderation.rules.bases"),
      signers.bases.map((basis) => t(`moderation.basis.${basis}`)).join(", "),
    ),
    simple("minimumAge", signers.minimumAge),
    line(
      "withoutAccount",
      t("moderation.rules.withoutAccount"),
      t(signers.withoutAccount ? "common.answer.yes" : "common.answer.no"),
    ),
    line("names", t("moderation.rules.names"), t(`moderation.rules.namesRule.${rules.names}`)),
    line(
      "belowThreshold",
      t("moderation.rules.belowThreshold"),
      t(`moderation.rules.ending.${rules.belowThreshold}`),
    ),
    simple("retentionDays", rules.retentionDays),
    ...basisLines(rules, t),
  ];
}

function thresholdLines({ duty, signatures, areas, term }: Threshold, place: number, words: RuleWords) {
  const { t, locale, districts } = words;
  const name = t("moderation.rules.threshold", { place });
  const districtName = (id: string) =>
    localText(districts.find((district) => district.id === id)?.name ?? {}, locale).text || "–";
  const value = t("moderation.rules.thresholdValue", {
    signatures: t("petitions.signatures", { count: signatures }),
    duty: t(`petitions.duty.${duty}`),
    term: termText(t, term),
  });
  return [
    { id: `threshold.${place}`, label: name, value },
    ...areas.map((area) => ({
      id: `threshold.${place}.${area.districtId}`,
      label: `${name}: ${districtName(area.districtId)}`,
      value: t("petitions.signatures", { count: area.signatures }),
    })),
  ];
}

function basisLines({ basis }: PetitionRules, t: T): RuleLine[] {
  return RULE_PARTS.flatMap((part) =>
    locales.flatMap((locale) => {
      const value = basis[part]?.[locale];
      const label = `${t("moderation.rules.basis")}: ${t(`moderation.rules.part.${part}`)} (${localeNames[locale]})`;
      return value ? [{ id: `basis.${part}.${locale}`, label, value }] : [];
    }),
  );
}

/** "10 working days". */
export function termText(t: T, { days, unit }: Term): string {
  return t(`petitions.term.${unit}`, { days });
}

/** What differs between two versions; null stands for a parameter that one of them does not have. */
export function ruleChanges(before: RuleLine[], after: RuleLine[]): RuleChange[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const fresh = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !fresh.has(id));
  return [
    ...after
      .map(({ id, label, value }) => ({ id, label, before: old.get(id)?.value ?? null, after: value }))
      .filter((change) => change.before !== change.after),
    ...gone.map(({ id, label, value }) => ({ id, label, before: value, after: null })),
  ];
}
