import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text";

describe("foldText", () => {
  it.each([
    ["М’ята", "мята", "curly apostrophe"],
    ["м'ята", "мята", "straight apostrophe"],
    ["мʼята", "мята", "modifier letter"],
    ["м`ята", "мята", "backtick"],
    ["Ёлка", "елка", "ё"],
    ["ґанок", "ганок", "ґ"],
    ["Cквер Пeремоги", "сквер перемоги", "Latin letters inside Cyrillic words"],
    ["Wіeliczka", "wieliczka", "a Cyrillic letter inside a Latin word"],
    ["вул. Шевченка, 5-А", "вул шевченка 5 а", "punctuation"],
    ["за\u0301мок", "замок", "a stress mark"],
    ["май\u00adданчик", "майданчик", "a soft hyphen"],
    ["й".normalize("NFD"), "й", "a letter in two parts"],
    ["Київ", "київ", "ї stays"],
    ["  ", "", "nothing"],
  ])("brings %j to %j: %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("gives upper and lower case of a word of twins the same form", () => {
    expect(foldText("TAXI")).toBe(foldText("taxi"));
  });
});
