import { describe, expect, it } from "vitest";
import { foldName } from "./fold-name";
import { bestMatches, matchOf } from "./place-match";

const candidate = (name: string, similarity = 0) => ({ ...foldName(name), name, similarity });

describe("matchOf", () => {
  it.each([
    ["вул. Садова", "вулиця Садова", "exact"],
    ["вул. Садова", "садова", "name"],
    ["Вільшанка", "с. Вільшанка", "name"],
    ["пров. Садова", "вул. Садова", "word"],
    ["вул. Садова", "вул. Сад", "start"],
    ["вул. Івана Франка", "Франка", "word"],
    ["вул. Івана Франка", "ранка", null],
    ["вул. Садова", "", null],
  ])("of %s for the typed %s", (stored, typed, match) => {
    expect(matchOf(candidate(stored), foldName(typed))).toBe(match);
  });

  it("counts likeness only from the least similarity on", () => {
    expect(matchOf(candidate("вул. Шевченка", 0.6), foldName("Шевченко"))).toBe("similar");
    expect(matchOf(candidate("вул. Шевченка", 0.49), foldName("Шевченко"))).toBeNull();
  });
});

describe("bestMatches", () => {
  const stored = [
    candidate("вул. Садова", 1),
    candidate("Садова", 1),
    candidate("вул. Садова Гора", 1),
    candidate("вул. Садовська", 0.7),
  ];
  const names = (typed: string) => bestMatches(stored, foldName(typed)).map(({ name }) => name);

  it("shows a street and a village of that name together when only the name is typed", () => {
    expect(names("садова")).toEqual(["вул. Садова", "Садова"]);
  });

  it("shows the street alone when a street is asked for", () => {
    expect(names("вул. Садова")).toEqual(["вул. Садова"]);
  });

  it("shows names that begin so when none is equal", () => {
    expect(names("садо").sort()).toEqual(["Садова", "вул. Садова", "вул. Садова Гора", "вул. Садовська"]);
  });

  it("shows similar names only when nothing better is there", () => {
    expect(names("садовска")).toEqual(["вул. Садова", "Садова", "вул. Садова Гора", "вул. Садовська"]);
    expect(bestMatches([candidate("вул. Лісова", 0.2)], foldName("садова"))).toEqual([]);
  });
});
