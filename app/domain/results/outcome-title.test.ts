import { expect, it } from "vitest";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { outcomeTitle } from "./outcome-title";

it.each<[Locale, number, number, string]>([
  ["uk", 30, 64, "Профінансовано 30 із 64 проєктів"],
  ["uk", 1, 21, "Профінансовано 1 із 21 проєкту"],
  ["uk", 1, 2, "Профінансовано 1 із 2 проєктів"],
  ["uk", 1, 1, "Профінансовано 1 із 1 проєкту"],
  ["uk", 5, 5, "Профінансовано всі 5 проєктів"],
  ["uk", 0, 7, "Жодного проєкту не профінансовано"],
  ["ru", 30, 64, "Профинансировано 30 из 64 проектов"],
  ["ru", 1, 21, "Профинансировано 1 из 21 проекта"],
  ["ru", 3, 3, "Профинансированы все 3 проекта"],
  ["ru", 0, 7, "Ни один проект не профинансирован"],
  ["en", 17, 22, "17 of 22 projects funded"],
  ["en", 1, 1, "1 of 1 project funded"],
  ["en", 3, 3, "All 3 projects funded"],
])("says in %s that %d of %d are funded", (locale, funded, total, title) => {
  expect(outcomeTitle(translator(locale), { funded, total })).toBe(title);
});
