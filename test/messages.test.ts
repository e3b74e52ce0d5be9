import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "~/i18n/locales";
import { areasOf, keyProblems, readCatalogue, shapeOf, shapeProblems } from "./house/catalogues";
import { readSources } from "./house/source";
import { lengthProblems, spellingProblems } from "./house/spelling";
import { mentionsIn, unusedKeys, valueProblems } from "./house/usage";

const catalogues = { uk: readCatalogue("uk"), ru: readCatalogue("ru"), en: readCatalogue("en") };
const sources = readSources("app", "db", "e2e");

function inEach(check: (key: string, locale: Locale, text: string) => string[]): string[] {
  return locales.flatMap((locale) =>
    [...catalogues[locale]].flatMap(([key, text]) => check(key, locale, text)),
  );
}

describe("messages", () => {
  it("are registered, area by area", () => {
    const register = readFileSync("app/i18n/messages.ts", "utf8");
    const files = locales.flatMap((locale) =>
      areasOf(locale).map((area) => `./messages/${locale}/${area}.json`),
    );
    expect(files.filter((file) => !register.includes(`"${file}"`))).toEqual([]);
  });

  it("exist in every language", () => {
    expect(keyProblems(catalogues)).toEqual([]);
  });

  it("have the same placeholders in every language and every plural form of their own", () => {
    const english = (key: string) => catalogues.en.get(key) ?? "";
    expect(inEach((key, locale, text) => shapeProblems(key, locale, text, english(key)))).toEqual([]);
  });

  it("are all used", () => {
    expect(unusedKeys(catalogues.en.keys(), mentionsIn(sources, areasOf("en")))).toEqual([]);
  });

  it("get the values they ask for", () => {
    expect(sources.flatMap((source) => valueProblems(source, catalogues.en))).toEqual([]);
  });

  it("are spelt by the rules of their language", () => {
    const spelling = inEach((key, locale, text) => {
      const shape = shapeOf(text, locale);
      const words = typeof shape === "string" ? [] : shape.words;
      return spellingProblems(locale, words).map((problem) => `${locale} ${key}: ${problem}`);
    });
    expect(spelling).toEqual([]);
  });

  it("are short sentences", () => {
    const long = inEach((key, locale, text) =>
      lengthProblems(text).map((problem) => `${locale} ${key}: ${problem}`),
    );
    expect(long).toEqual([]);
  });
});
