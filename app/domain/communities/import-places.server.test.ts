import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "~/platform/database.server";
import { place } from "~db/schema/communities";
import { plantDistricts, plantPlaces } from "../../../test/factories/communities";
import { plantCommunity } from "../../../test/factories/server";
import type { Community } from "./community";
import { importPlaces } from "./import-places.server";
import { findPlaces } from "./place-queries.server";

const codes = ["01", "02"];
let community: Community;
let number = 0;

beforeEach(async () => {
  number += 1;
  community = await plantCommunity(`places-${number}`);
  await plantDistricts(community, ...codes);
});

const plant = (...lines: string[]) => plantPlaces(community, codes, ...lines);
const stored = () =>
  database()
    .select({ id: place.id, name: place.name, validUntil: place.validUntil, currentId: place.currentId })
    .from(place)
    .where(eq(place.communityId, community.id))
    .orderBy(asc(place.name));

describe("importPlaces", () => {
  it("changes nothing when the same comes again", async () => {
    const lines = ["01,street,вул. Соборна,,", "01,street,вул. Леніна,2016,вул. Соборна"];
    await plant(...lines);
    const before = await stored();
    await plant(...lines);
    expect(await stored()).toEqual(before);
    expect(before.map(({ name, validUntil }) => [name, validUntil])).toEqual([
      ["вул. Леніна", "2016"],
      ["вул. Соборна", null],
    ]);
    expect(before[0]?.currentId).toBe(before[1]?.id);
  });

  it("turns a present name into a former one when a street is renamed", async () => {
    await plant("01,street,вул. Пушкіна,,");
    await plant("01,street,вул. Ліни Костенко,,", "01,street,вул. Пушкіна,2023-06-22,вул. Ліни Костенко");
    expect(await findPlaces(community, "пушкіна")).toMatchObject([
      { name: "вул. Пушкіна", validUntil: "2023-06-22", currentName: "вул. Ліни Костенко" },
    ]);
  });

  it("F-24 keeps one of two names that differ only in look-alike letters", async () => {
    await plant("01,street,вул. Садова,,");
    await plant("01,street,вул. Caдoва,,");
    expect((await stored()).map(({ name }) => name)).toEqual(["вул. Caдoва"]);
  });

  it("is all or nothing", async () => {
    const row = { district: "01", kind: "street", validUntil: null, currentName: null } as const;
    const rows = [
      { ...row, name: "вул. Садова", foldedName: "садова вул" },
      { ...row, name: "вул. Нова", foldedName: "нова вул", currentName: "вул. Якої Нема" },
    ];
    await expect(importPlaces(community, null, rows)).rejects.toThrow();
    expect(await stored()).toEqual([]);
  });

  it("takes more names than one statement carries", async () => {
    await plant(...Array.from({ length: 1_200 }, (_, index) => `02,street,вул. Номер ${index},,`));
    expect(await stored()).toHaveLength(1_200);
  });
});
