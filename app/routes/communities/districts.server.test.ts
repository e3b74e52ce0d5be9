import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { plantDistricts, plantPlaces } from "../../../test/factories/communities";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { loader as district } from "./district";
import { loader as borders } from "./district-borders";
import { loader as districts } from "./districts";

let home: Community;
let other: Community;

beforeAll(async () => {
  home = await plantCommunity("district-pages");
  other = await plantCommunity("district-pages-elsewhere");
  await plantDistricts(home, "01", "02");
  await plantDistricts(other, "77");
  await plantPlaces(home, ["01", "02"], "01,street,вул. Садова,,", "02,village,с. Липівка,,");
});

const search = async (street: string, community = home) => {
  const path = `/uk/districts?${new URLSearchParams({ street })}`;
  const { status, data } = await visit(districts, community, { path });
  return { status, ...(data as { typed: string; places: { name: string }[] }) };
};

describe("the page of districts", () => {
  it("leads from a street to its district and may be kept by caches", async () => {
    const { headers, data } = await visit(districts, home, { path: "/uk/districts?street=садова" });
    expect(data).toMatchObject({ places: [{ name: "вул. Садова", district: { code: "01" } }] });
    expect(headers.get("Cache-Control")).toBe("public, max-age=5");
  });

  it("S-4 sends the listed facts of a district and no others", async () => {
    const { data } = await visit(districts, home, { path: "/uk/districts?street=садова" });
    const { districts: listed, places, ...rest } = data as Record<"districts" | "places", object[]>;
    expect(Object.keys(rest).sort()).toEqual(["community", "example", "typed"]);
    expect(Object.keys(listed?.[0] ?? {}).sort()).toEqual(["code", "id", "name", "outline", "population"]);
    expect(Object.keys(places?.[0] ?? {}).sort()).toEqual([
      "currentName",
      "district",
      "kind",
      "match",
      "name",
      "validUntil",
    ]);
  });

  it("S-5 finds no street of another community", async () => {
    expect((await search("вул. Садова", other)).places).toEqual([]);
  });

  it.each([
    ["NUL", "\0"],
    ["a right-to-left override", "Са\u202eдова"],
    ["a zero-width joiner", "Са\u200dдова"],
    ["a lone surrogate", "\ud800"],
    ["an emoji", "🌳"],
    ["a word of a megabyte", "я".repeat(1_000_000)],
    ["a wildcard", "%"],
    ["quotes and a tag", "a'b\"<script>"],
  ])("F-24 answers %s and shows back nothing invisible", async (_what, street) => {
    const { status, typed } = await search(street);
    expect(status).toBe(200);
    expect(typed).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(typed.length).toBeLessThanOrEqual(100);
  });
});

describe("the page of a district", () => {
  const open = (code: string, community = home) =>
    visit(district, community, { path: `/uk/districts/${encodeURIComponent(code)}`, params: { code } });

  it("shows a district with nothing in it yet", async () => {
    const { status, data } = await open("01");
    expect(status).toBe(200);
    expect(data).toMatchObject({ name: "Район 01", open: [], initiatives: { total: 0, rows: [] } });
  });

  it("S-5 does not know a district of another community", async () => {
    expect((await open("77")).status).toBe(404);
    expect((await open("77", other)).status).toBe(200);
  });

  it.each(["", "03", "01%00", "\0", "../01"])("F-24 does not know %j", async (code) => {
    expect((await open(code)).status).toBe(404);
  });
});

describe("the file of borders", () => {
  it("S-5 holds the districts of its community only", async () => {
    const { response } = await visit(borders, home, { path: "/districts.geojson" });
    const collection = (await response?.json()) as {
      type: string;
      features: { properties: { code: string } }[];
    };
    expect(collection.type).toBe("FeatureCollection");
    expect(collection.features.map(({ properties }) => properties.code)).toEqual(["01", "02"]);
    expect(response?.headers.get("Content-Type")).toBe("application/geo+json");
  });
});
