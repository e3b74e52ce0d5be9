import { beforeAll, describe, expect, it } from "vitest";
import { plantDistricts, plantPlaces } from "../../../test/factories/communities";
import { plantCommunity } from "../../../test/factories/server";
import type { Community } from "./community";
import { findPlaces } from "./place-queries.server";

let community: Community;
let other: Community;

beforeAll(async () => {
  community = await plantCommunity("finder");
  other = await plantCommunity("elsewhere");
  await plantDistricts(community, "01", "02", "03");
  await plantDistricts(other, "01");
  await plantPlaces(
    community,
    ["01", "02", "03"],
    "01,street,вул. Соборна,,",
    "01,street,вул. Леніна,2016-05-19,вул. Соборна",
    "01,street,вул. Садова,,",
    "02,street,вул. Садова,,",
    "02,street,вул. Садовського,,",
    "02,street,пров. Кам’янський,,",
    "02,street,вул. Шевченка,,",
    "02,street,вул. 8 Березня,,",
    "03,village,с. Липівка,,",
    "03,village,с. Зелений Гай,,",
    "03,village,Зелёный Гай,,с. Зелений Гай",
  );
  await plantPlaces(other, ["01"], "01,street,вул. Далека,,");
});

const found = async (typed: string) =>
  (await findPlaces(community, typed)).map(
    ({ name, district, match }) => `${name} ${district.code} ${match}`,
  );

describe("findPlaces", () => {
  it.each([
    ["вул. Соборна", ["вул. Соборна 01 exact"]],
    ["СОБОРНА", ["вул. Соборна 01 name"]],
    ["улица Соборна, 12а", ["вул. Соборна 01 exact"]],
    ["Соборна вулиця 5 кв. 7", ["вул. Соборна 01 exact"]],
    ["Камянский", ["пров. Кам’янський 02 similar"]],
    ["провулок Кам'янський", ["пров. Кам’янський 02 exact"]],
    ["Кам`янський", ["пров. Кам’янський 02 name"]],
    ["КАМ'ЯН", ["пров. Кам’янський 02 start"]],
    ["Липiвка", ["с. Липівка 03 name"]],
    ["село Липівка", ["с. Липівка 03 exact"]],
    ["Гай", ["с. Зелений Гай 03 word"]],
    ["зеленый гай", ["Зелёный Гай 03 exact"]],
    ["8 березня", ["вул. 8 Березня 02 name"]],
    ["Шевченко", ["вул. Шевченка 02 similar"]],
    ["вул. Леніна", ["вул. Леніна 01 exact"]],
    ["вул. Далека", []],
    ["Ґ", []],
    ["", []],
    ["%", []],
    ["__", []],
  ])("for %s", async (typed, expected) => {
    expect(await found(typed)).toEqual(expected);
  });

  it("shows a street that runs through two districts twice, before longer names", async () => {
    expect((await found("садова")).sort()).toEqual(["вул. Садова 01 name", "вул. Садова 02 name"]);
    expect((await found("садов")).sort()).toEqual([
      "вул. Садова 01 start",
      "вул. Садова 02 start",
      "вул. Садовського 02 start",
    ]);
  });

  it("says what a former name is called now and until when it was valid", async () => {
    expect(await findPlaces(community, "леніна")).toMatchObject([
      {
        name: "вул. Леніна",
        validUntil: "2016-05-19",
        currentName: "вул. Соборна",
        district: { code: "01" },
      },
    ]);
  });

  it("S-5 finds nothing of another community", async () => {
    expect(await findPlaces(other, "вул. Соборна")).toEqual([]);
    expect((await findPlaces(other, "Далека")).map(({ name }) => name)).toEqual(["вул. Далека"]);
  });

  it.each([
    ["NUL", "\0"],
    ["a lone surrogate", "\ud800Садова"],
    ["a right-to-left override", "\u202eСадова"],
    ["a zero-width joiner", "Са\u200dдова"],
    ["an emoji", "🌳"],
    ["a word of a megabyte", "я".repeat(1_000_000)],
    ["SQL", "' or 1=1 --"],
    ["a backslash", "\\"],
  ])("F-24 takes %s without an error", async (_what, typed) => {
    await expect(findPlaces(community, typed)).resolves.toBeInstanceOf(Array);
  });
});
