import type { LocalText } from "~/domain/communities/community";
import { locales } from "~/i18n/locales";
import type { AmendedField } from "./amendment";
import type { RoundSetup } from "./round-setup";

/**
 * A round's set-up as a flat list of named values, the same in every language: enum codes, minor units,
 * ISO instants. Amendments, merge views and the downloadable rules are all made of it.
 */
export function roundSheet(setup: RoundSetup): Map<string, string> {
  const { title, summary, rules, stages, envelopes, criteria } = setup;
  return new Map([
    ...localSheet("title", title),
    ...localSheet("summary", summary),
    ["rules.ballot", rules.ballot],
    ["rules.maxChoices", rules.ballot === "approval" ? String(rules.maxChoices) : ""],
    ["rules.allocation", rules.allocation],
    ["rules.minimumVotes", String(rules.minimumVotes)],
    ["rules.tieOrder", rules.tieOrder],
    ...localSheet("rules.drawSource", rules.drawSource ?? {}),
    ["rules.bases", [...rules.eligibility.bases].sort().join(",")],
    ["rules.minimumAge", String(rules.eligibility.minimumAge)],
    ["rules.verifiedResidence", rules.eligibility.verifiedResidence ? "yes" : "no"],
    ...stages.flatMap(({ kind, opensAt, closesAt }): [string, string][] => [
      [`stage.${kind}.opensAt`, opensAt.toISOString()],
      [`stage.${kind}.closesAt`, closesAt.toISOString()],
    ]),
    ...envelopes.map(({ districtId, amount }): [string, string] => [
      `envelope.${districtId ?? "whole"}`,
      String(amount),
    ]),
    ...criteria.flatMap(({ question, rule }, index): [string, string][] => [
      ...localSheet(`criterion.${index + 1}.question`, question),
      ...localSheet(`criterion.${index + 1}.rule`, rule),
    ]),
  ]);
}

function localSheet(name: string, text: LocalText): [string, string][] {
  return locales.flatMap((language): [string, string][] => {
    const value = text[language];
    return value ? [[`${name}.${language}`, value]] : [];
  });
}

/** Every value that differs, in the order of the sheet; an absent one is empty. */
export function differences(before: RoundSetup, after: RoundSetup): AmendedField[] {
  const [old, fresh] = [roundSheet(before), roundSheet(after)];
  const names = new Set([...old.keys(), ...fresh.keys()]);
  return [...names]
    .map((field) => ({ field, before: old.get(field) ?? "", after: fresh.get(field) ?? "" }))
    .filter((change) => change.before !== change.after);
}
