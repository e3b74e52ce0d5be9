import { expect, it } from "vitest";
import { locales } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { ImportRefusal } from "./import-refusal";
import { importRefusalSentence } from "./import-refusal-sentence";

const t = translator("en");

it("tells an unreadable file by line, column and cause", () => {
  const details = { cause: "cost-negative", line: 28, column: "cost", value: "-500" };
  expect(importRefusalSentence(t, "unreadable", details)).toBe(
    "Line 28, “cost”: the cost “-500” is below zero.",
  );
  expect(importRefusalSentence(t, "unreadable", { ...details, cause: "nul-character", column: "" })).toBe(
    "Line 28: there is a NUL character.",
  );
});

it.each<[ImportRefusal, Record<string, string | number>]>([
  ["too_large", { megabytes: 64 }],
  ["broken_archive", {}],
  ["no_projects", {}],
  ["unknown_rule", { rule: "coin" }],
  ["rule_not_for_ballots", { rule: "mes_cost", ballots: "ordinal" }],
  ["unknown_currency", { currency: "zloty" }],
  ["amount_too_fine", { amount: "0.001", currency: "PLN" }],
  ["already_imported", { slug: "wieliczka-2023" }],
  ["slug_taken", { slug: "2027" }],
  ["slug_malformed", { slug: "../etc" }],
])("has a sentence for %s in every language", (reason, details) => {
  for (const locale of locales) {
    const sentence = importRefusalSentence(translator(locale), reason, details);
    expect(sentence).toMatch(/\.$/);
    for (const value of Object.values(details)) expect(sentence).toContain(String(value));
  }
});
