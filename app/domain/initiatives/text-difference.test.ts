import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textDifference } from "./text-difference";

const marked = (before: string, after: string) =>
  textDifference(before, after)
    .map(({ kind, text }) => (kind === "added" ? `[+${text}]` : kind === "removed" ? `[-${text}]` : text))
    .join("");

describe("textDifference", () => {
  it.each([
    ["Десять лавок", "Десять лавок", "Десять лавок"],
    ["Десять лавок", "Дванадцять лавок", "[-Десять][+Дванадцять] лавок"],
    ["Лавки біля ставка.", "Лавки біля ставка й урни.", "Лавки біля ставка[+ й урни]."],
    ["м’яка лавка", "м’який стілець", "[-м’яка][+м’який] [-лавка][+стілець]"],
    ["", "Нове", "[+Нове]"],
    ["Старе", "", "[-Старе]"],
  ])("%j → %j", (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it("loses nothing: both texts can be read out of it", () => {
    const words = fc
      .array(fc.constantFrom("лавка", "урна", " ", ". ", "ліс", "\n", "😀"), { maxLength: 60 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const all = textDifference(before, after);
        const side = (gone: string) =>
          all
            .filter(({ kind }) => kind !== gone)
            .map(({ text }) => text)
            .join("");
        expect([side("added"), side("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("ends in time for the longest texts that share nothing", () => {
    const started = performance.now();
    const long = (from: number) => Array.from({ length: 1_500 }, (_, index) => `${from + index}`).join(" ");
    textDifference(long(0), long(5_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
