import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text";
import { beginnings, prefixQuery, searchWords } from "./search-words";

/** Whether a query finds a text, by the rule of `to_tsquery` with prefixes. */
function finds(query: string, text: string): boolean {
  const words = foldText(text).split(" ");
  return searchWords(query).groups.every((group) =>
    group.some((start) => words.some((word) => word.startsWith(start))),
  );
}

describe("word forms", () => {
  it.each([
    ["дитячий майданчик", "Новий ігровий простір: дитячого майданчика давно бракує"],
    ["дитячих майданчиків", "Дитячий майданчик"],
    ["школа", "біля наших шкіл"],
    ["шкіл", "Ремонт школи № 3"],
    ["дорога", "тротуар при дорозі"],
    ["на дорозі", "Дорога до ставка"],
    ["бібліотеці", "міська бібліотека"],
    ["лавка", "десять лавок у сквері"],
    ["лавок", "Лавка для відпочинку"],
    ["зупинці", "Зупинка «Ринок»"],
    ["ринку", "новий ринок"],
    ["двір", "у нашому дворі"],
    ["подвірʼя", "освітлення подвір'я"],
    ["освітлення", "освітлювати вулицю"],
    ["освітити", "освітлення вулиці"],
    ["озеленення", "озеленити двір"],
    ["вікна", "заміна вікон"],
    ["вулиць", "вулиця Садова"],
    ["парк", "у парку Перемоги"],
    ["здоров’я", "кабінет здоровя"],
  ])("Ukrainian: %j finds %j", (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ["площадка", "двадцать детских площадок"],
    ["детские площадки", "Детская площадка во дворе"],
    ["скамейка", "новых скамеек нет"],
    ["скамеек", "Скамейка у подъезда"],
    ["ёлка", "новогодняя елка"],
    ["окно", "замена окон"],
    ["улице", "освещение улиц"],
    ["деревьев", "посадка деревьев"],
    ["библиотеку", "сельская библиотека"],
    ["двор", "во дворе"],
  ])("Russian: %j finds %j", (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ["playgrounds", "a playground for all"],
    ["lighting", "light the street"],
  ])("English: %j finds %j", (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ["парк", "паркан біля школи", true],
    ["басейн", "дитячий майданчик", false],
    ["міст", "дорога до ставка", false],
    ["дитячий басейн", "дитячий майданчик", false],
  ])("%j against %j: %s", (query, text, found) => {
    expect(finds(query, text)).toBe(found);
  });
});

describe("searchWords", () => {
  it("leaves out words that say nothing, unless nothing else is left", () => {
    expect(searchWords("парк для дітей").groups).toHaveLength(2);
    expect(searchWords("для").groups).toHaveLength(1);
  });

  it("is bounded, whatever is typed", () => {
    const endless = Array.from({ length: 5_000 }, (_, index) => `слово${index}`).join(" ");
    expect(searchWords(endless).groups).toHaveLength(8);
  });

  it("S-32 gives only letters and digits to the query, never an operator", () => {
    const hostile = "парк'); drop table x;-- | & ! <-> :* (школа) \\ \"";
    for (const start of searchWords(hostile).groups.flat()) expect(start).toMatch(/^[\p{L}\p{N}]+$/u);
  });

  it("takes its time from the length of the text, not from its shape", () => {
    const started = performance.now();
    searchWords("о".repeat(100_000));
    searchWords("лк".repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("has nothing to look for in an empty query", () => {
    expect(searchWords(" .,! ")).toEqual({ folded: "", groups: [] });
  });
});

describe("prefixQuery", () => {
  it("joins words by the given operator and the forms of one word by or", () => {
    expect(prefixQuery([["парк"], ["шкіл", "школ"]], "&")).toBe("(парк:*) & (шкіл:* | школ:*)");
  });
});

describe("beginnings", () => {
  it("keeps short words and numbers whole", () => {
    expect(beginnings("ліс")[0]).toBe("ліс");
    expect(beginnings("214")).toEqual(["214"]);
    expect(beginnings("5а")).toEqual(["5а"]);
  });
});
