import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text";

describe("foldText", () => {
  it.each([
    ["case", "САДОВА", "Садова"],
    ["typographic and straight apostrophe", "Кам’янська", "Кам'янська"],
    ["modifier letter and backtick", "Камʼянська", "Кам`янська"],
    ["apostrophe left out", "Кам’янська", "Камянська"],
    ["ё and е", "Зелёная", "Зеленая"],
    ["й in two code points", "Сонячний", "Сонячний".normalize("NFD")],
    ["stress mark", "Са\u0301дова", "Садова"],
    ["Latin look-alikes inside a Cyrillic word", "Caдoвa", "Садова"],
    ["Latin і inside a Ukrainian word", "Липiвка", "Липівка"],
    ["Cyrillic look-alikes inside a Latin word", "Mаin Street", "Main Street"],
    ["spaces, dashes and dots", " Нова  –  Слобідка. ", "нова слобідка"],
    ["quotation marks", "«Зоря»", "зоря"],
    ["zero-width joiner and soft hyphen", "Са\u200dдо\u00adва", "садова"],
    ["right-to-left override", "\u202eСадова", "садова"],
    ["full-width digits", "８ Березня", "8 березня"],
  ])("sees no difference in %s", (_what, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it.each([
    ["ї and і", "Київ", "Киів"],
    ["г and ґ", "ґанок", "ганок"],
    ["й and и", "май", "маи"],
  ])("keeps %s apart", (_what, one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it("F-24 takes any text, twice with the same result, and leaves no wildcard and nothing invisible", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 1000 },
    );
  });
});
