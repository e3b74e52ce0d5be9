import { describe, expect, it } from "vitest";
import { foldedText, foldName, searchedNames } from "./fold-name";

describe("foldName", () => {
  it.each([
    ["вул. Садова", "садова", "вул"],
    ["вулиця Садова", "садова", "вул"],
    ["ВУЛ.САДОВА", "садова", "вул"],
    ["Садова вулиця", "садова", "вул"],
    ["ул. Садовая", "садовая", "вул"],
    ["Sadova Street", "sadova", "вул"],
    ["просп. Незалежності", "незалежності", "просп"],
    ["пр-т Незалежності", "незалежності", "просп"],
    ["б-р Шевченка", "шевченка", "бул"],
    ["пров. Кам’янський", "камянський", "пров"],
    ["с. Вільшанка", "вільшанка", "с"],
    ["c. Вільшанка", "вільшанка", "с"],
    ["село Вільшанка", "вільшанка", "с"],
    ["пос. Зелёный", "зеленый", "сел"],
    ["8 Березня", "8 березня", null],
    ["Вільшанка", "вільшанка", null],
    ["вул.", "вул", null],
    ["", "", null],
  ])("reads %s", (name, bare, type) => {
    expect(foldName(name)).toEqual({ bare, type });
  });

  it("keeps a street and a lane of one name apart", () => {
    expect(foldedText(foldName("вул. Шевченка"))).not.toBe(foldedText(foldName("пров. Шевченка")));
    expect(foldedText(foldName("вулиця Шевченка"))).toBe(foldedText(foldName("Шевченка вул.")));
  });
});

describe("searchedNames", () => {
  it.each([
    ["вул. Садова, 12", "садова вул"],
    ["Садова 12а", "садова"],
    ["Садова, буд. 12-А, кв. 4", "садова"],
    ["улица Садовая, дом 12/3", "садовая вул"],
    ["вул. 8 Березня 15", "8 березня вул"],
  ])("also looks for %s without its house", (typed, street) => {
    expect(searchedNames(typed).map(foldedText)).toContain(street);
  });

  it.each(["вул. 40 років Перемоги", "8 Березня", "Садова", "1-ша Лісова", "12", ""])(
    "takes %s as it is",
    (typed) => {
      expect(searchedNames(typed)).toEqual([foldName(typed)]);
    },
  );
});
