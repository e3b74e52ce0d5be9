import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { readPage } from "~/shared/paging";
import { plantCall, plantInitiative, takeStep } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict } from "../../../test/factories/voting";
import type { DraftAnswers } from "./draft";
import { type InitiativeFilter, readFilter } from "./initiative-filter";
import { listInitiativePoints, listInitiatives, listSimilar } from "./initiative-list-queries.server";

let home: Community;
let call: string;
let district: string;
const numbers: Record<string, number> = {};

const texts: Record<string, DraftAnswers> = {
  playground: {
    title: "Дитячий майданчик на Садовій",
    theme: "yards",
    problem: "Дітям ніде гратися.",
    proposal: "Гойдалки й гірка.",
  },
  road: {
    title: "Ремонт дороги до школи № 3",
    theme: "roads",
    problem: "Ями.",
    proposal: "Новий асфальт.",
    costGuess: undefined,
  },
  benches: {
    title: "Скамейки у пруда",
    theme: "greenery",
    problem: "Негде присесть.",
    proposal: "Десять новых скамеек.",
  },
  clinic: {
    title: "Пандус у лікарні",
    theme: "access",
    problem: "Сходи зависокі.",
    proposal: "Зробити пандус. М’яке покриття.",
  },
  hidden: { title: "Незаконний заклик", theme: "other", problem: "Погані слова.", proposal: "Ще гірші." },
};

beforeAll(async () => {
  home = await plantCommunity("lists");
  call = await plantCall(home);
  district = await plantDistrict(home);
  for (const [name, given] of Object.entries(texts)) {
    const place = name === "playground" ? { districtId: district, latitude: 49.1, longitude: 31.2 } : {};
    const { id, number } = await plantInitiative(home, call, {
      placeNote: "",
      beneficiaries: "Усі",
      ...given,
      ...place,
    });
    numbers[name] = number;
    if (name === "hidden") await takeStep(home, id, "refuse", { reason: "unlawful_text" });
    if (name === "road") await takeStep(home, id, "refuse", { reason: "duplicate" });
  }
});

const page = readPage(new URLSearchParams());
const names = (rows: { number: number }[]) =>
  rows.map(({ number }) => Object.keys(numbers).find((name) => numbers[name] === number)).sort();
const list = async (filter: Partial<InitiativeFilter>) =>
  names((await listInitiatives(home, filter, page)).rows);
const search = (q: string) => list(readFilter(new URLSearchParams({ q })));

describe("search", () => {
  it.each([
    ["дитячих майданчиків", ["playground"]],
    ["майданчики для дітей", ["playground"]],
    ["шкіл", ["road"]],
    ["дорога", ["road"]],
    ["дорозі", ["road"]],
    ["скамейка", ["benches"]],
    ["скамеек", ["benches"]],
    ["новая скамейка", ["benches"]],
    ["лікарня", ["clinic"]],
    ["лікарень", ["clinic"]],
    ["мяке покриття", ["clinic"]],
    ["м'якого покриття", ["clinic"]],
    ["пандуc", ["clinic"]],
    ["майданчек", ["playground"]],
    ["басейн", []],
    ["для", []],
  ])("%j finds %j", async (query, found) => {
    expect(await search(query)).toEqual(found);
  });

  it("finds an initiative by its number, as people write it", async () => {
    const number = numbers.road;
    for (const query of [`${number}`, `№ ${number}`, `№${number}`, `no. ${number}`])
      expect(await search(query)).toContain("road");
  });

  it.each([
    "'",
    "\\",
    "%",
    "_",
    "a & b | !c",
    "((((",
    ":*",
    "<->",
    "\0",
    "\ud800",
    "я".repeat(5_000),
    "'; drop table initiative; --",
  ])("S-32 F-24 takes %j as words and never fails", async (query) => {
    expect(Array.isArray(await search(query))).toBe(true);
  });
});

describe("filters", () => {
  it("by district, the whole community, theme, state and round", async () => {
    expect(await list({ theme: "access" })).toEqual(["clinic"]);
    expect(await list({ state: "refused" })).toEqual(["road"]);
    const [row] = (await listInitiatives(home, { theme: "yards" }, page)).rows;
    expect(await list({ district: row?.district?.code ?? "?" })).toEqual(["playground"]);
    expect(await list({ district: "whole" })).toEqual(["benches", "clinic", "road"]);
    expect(await list({ district: "nowhere" })).toEqual([]);
    expect(await list({ round: "another" })).toEqual([]);
  });

  it("sort by number, by newest and by what authors have filled in", async () => {
    const order = async (sort: InitiativeFilter["sort"]) =>
      (await listInitiatives(home, { sort }, page)).rows.map(({ number }) => number);
    const byNumber = await order("number");
    expect(byNumber).toEqual([...byNumber].sort((a, b) => a - b));
    expect(await order("newest")).toEqual([...byNumber].reverse());
    expect((await order("complete"))[0]).toBe(numbers.playground);
    expect((await order("complete")).at(-1)).toBe(numbers.road);
  });

  it("count and page", async () => {
    const second = await listInitiatives(home, { sort: "number" }, { number: 2, size: 3, offset: 3 });
    expect({ total: second.total, pages: second.pages, rows: second.rows.length }).toEqual({
      total: 4,
      pages: 2,
      rows: 1,
    });
  });

  it("give the map only what has a point", async () => {
    expect(await listInitiativePoints(home, {})).toEqual([
      {
        number: numbers.playground,
        title: "Дитячий майданчик на Садовій",
        latitude: 49.1,
        longitude: 31.2,
      },
    ]);
  });
});

describe("what a list shows", () => {
  it("S-7 a text refused as unlawful is in no list, search, map or suggestion", async () => {
    expect(await list({})).toEqual(["benches", "clinic", "playground", "road"]);
    expect(await search("незаконний заклик")).toEqual([]);
    expect(await listSimilar(home, "Незаконний заклик")).toEqual([]);
  });

  it("S-4 has public columns only", async () => {
    const [row] = (await listInitiatives(home, {}, page)).rows;
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        "costGuess",
        "district",
        "id",
        "language",
        "number",
        "state",
        "submittedAt",
        "summary",
        "theme",
        "title",
      ].sort(),
    );
  });

  it("S-5 nothing of another community", async () => {
    const other = await plantCommunity("lists-elsewhere");
    expect((await listInitiatives(other, {}, page)).total).toBe(0);
    expect(await listSimilar(other, "Дитячий майданчик на Садовій")).toEqual([]);
    expect(await listInitiativePoints(other, {})).toEqual([]);
  });
});

describe("similar ones", () => {
  it.each([
    ["Майданчик для дітей на вулиці Садовій", ["playground"]],
    ["Новые скамейки возле пруда", ["benches"]],
    ["Відремонтувати дорогу біля школи", ["road"]],
    ["Басейн із хвилями", []],
    ["…", []],
  ])("to %j: %j", async (title, found) => {
    expect(names(await listSimilar(home, title))).toEqual(found);
  });
});
