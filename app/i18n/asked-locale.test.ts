import { expect, it } from "vitest";
import { askedLocale } from "./asked-locale";
import type { Locale } from "./locales";

it.each<[string | null, Locale[], Locale]>([
  ["ru-RU,ru;q=0.9,en;q=0.8", ["uk", "ru", "en"], "ru"],
  ["ru-RU,en;q=0.8", ["uk", "en"], "en"],
  ["de,fr", ["uk", "en"], "uk"],
  ["EN", ["uk", "en"], "en"],
  ["", ["uk", "en"], "uk"],
  [null, ["uk", "en"], "uk"],
])("%j among %j is %s", (header, languages, expected) => {
  expect(askedLocale(header, languages, "uk")).toBe(expected);
});
