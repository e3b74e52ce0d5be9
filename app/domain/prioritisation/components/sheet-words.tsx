import type { LocalText } from "~/domain/communities/community";
import { RESIDENCE_BASES } from "~/domain/identity/residence";
import { ALLOCATION_RULES, BALLOT_KINDS, STAGE_KINDS, TIE_ORDERS } from "~/domain/prioritisation/round";
import type { Format } from "~/i18n/format";
import { localText } from "~/i18n/local-text";
import { isLocale, type Locale, localeNames } from "~/i18n/locales";
import type { T } from "~/i18n/translate";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";

export type DistrictName = { id: string; name: LocalText };

/** Names and values of a round's sheet in the reader's words. */
export type SheetWords = { label(field: string): string; value(field: string, raw: string): string };

type Tools = { t: T; locale: Locale; format: Format; districts: readonly DistrictName[] };

const RULES = [
  "ballot",
  "maxChoices",
  "allocation",
  "minimumVotes",
  "tieOrder",
  "drawSource",
  "bases",
  "minimumAge",
  "verifiedResidence",
] as const;

export function useSheetWords(districts: readonly DistrictName[]): SheetWords {
  const tools = { t: useT(), locale: useLocale(), format: useFormat(), districts };
  return { label: (field) => label(tools, field), value: (field, raw) => value(tools, field, raw) };
}

function label(tools: Tools, field: string): string {
  const { t } = tools;
  const [group, name, edge, language] = field.split(".");
  if (group === "rules") return inLanguage(ruleLabel(t, name), edge);
  if (group === "stage") return stageLabel(t, name, edge);
  if (group === "envelope") return t("prioritisation.sheet.envelope", { area: areaName(tools, name) });
  if (group === "title" || group === "summary") return inLanguage(t(`prioritisation.sheet.${group}`), name);
  const part = edge === "rule" ? "criterionRule" : "criterionQuestion";
  return inLanguage(t(`prioritisation.sheet.${part}`, { number: name ?? "" }), language);
}

function ruleLabel(t: T, name: string | undefined): string {
  const rule = oneOf(RULES, name);
  return rule ? t(`prioritisation.sheet.rules.${rule}`) : "";
}

function stageLabel(t: T, name: string | undefined, edge: string | undefined): string {
  const kind = oneOf(STAGE_KINDS, name);
  const values = { stage: kind ? t(`prioritisation.stage.${kind}`) : "" };
  return edge === "opensAt"
    ? t("prioritisation.sheet.opens", values)
    : t("prioritisation.sheet.closes", values);
}

function areaName({ t, locale, districts }: Tools, id: string | undefined): string {
  if (id === "whole") return t("prioritisation.area.whole");
  return localText(districts.find((district) => district.id === id)?.name ?? {}, locale).text;
}

function value({ t, format }: Tools, field: string, raw: string): string {
  const [group, name, edge] = field.split(".");
  if (raw === "") return t("prioritisation.sheet.nothing");
  if (group === "stage") return format[edge === "closesAt" ? "deadlineZone" : "dateTimeZone"](new Date(raw));
  if (group === "envelope") return format.money(Number(raw));
  return group === "rules" ? ruleValue(t, format, name, raw) : raw;
}

function ruleValue(t: T, format: Format, name: string | undefined, raw: string): string {
  if (name === "ballot") {
    return t(`prioritisation.ballotKind.${oneOf(BALLOT_KINDS, raw) ?? "approval"}.name`);
  }
  if (name === "allocation") {
    const rule = oneOf(ALLOCATION_RULES, raw);
    return rule ? t(`prioritisation.allocation.${rule}.name`) : raw;
  }
  if (name === "tieOrder") {
    return t(`prioritisation.tieOrder.${oneOf(TIE_ORDERS, raw) ?? "project_code"}`);
  }
  if (name === "verifiedResidence") return t(raw === "yes" ? "common.answer.yes" : "common.answer.no");
  if (name !== "bases") return raw;
  const bases = RESIDENCE_BASES.filter((basis) => raw.split(",").includes(basis));
  return format.list(bases.map((basis) => t(`prioritisation.basis.${basis}`)));
}

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined {
  return words.find((word) => word === text);
}

function inLanguage(text: string, language: string | undefined): string {
  return isLocale(language) ? `${text} (${localeNames[language]})` : text;
}
