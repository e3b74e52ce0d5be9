import { describe, expect, it } from "vitest";
import { checkDistrictFile, type DistrictFileReason } from "./district-file";
import { readDistrictText } from "./read-district-text";

const kyiv = { zone: "Europe/Kyiv", language: "uk" } as const;
const ring = [
  [30, 50],
  [30.1, 50],
  [30.1, 50.1],
  [30, 50],
];
const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });
const feature = (change: { properties?: object; geometry?: unknown; type?: string } = {}) => ({
  type: "Feature",
  geometry: polygon(ring),
  ...change,
  properties: { code: "01", name: "Центр", population: 1200, ...change.properties },
});
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const reasons = (file: unknown) => checkDistrictFile(file, kyiv).problems.map(({ reason }) => reason);

describe("a good file of districts", () => {
  it("is read with its names, population and shape", () => {
    const multi = { type: "MultiPolygon", coordinates: [[ring], [ring.map(([x = 0, y = 0]) => [x + 1, y])]] };
    const { features, problems } = checkDistrictFile(
      collection(
        feature(),
        feature({
          properties: { code: 2, name: undefined, name_uk: "Лісове", name_ru: "Лесное", population: "800" },
          geometry: multi,
        }),
      ),
      kyiv,
    );
    expect(problems).toEqual([]);
    expect(features).toEqual([
      { code: "01", name: { uk: "Центр" }, population: 1200, shape: polygon(ring) },
      { code: "2", name: { uk: "Лісове", ru: "Лесное" }, population: 800, shape: multi },
    ]);
  });

  it("loses heights and the digits below a centimetre", () => {
    const high = ring.map(([x, y]) => [Number(x) + 1e-9, y, 120]);
    expect(
      checkDistrictFile(collection(feature({ geometry: polygon(high) })), kyiv).features[0]?.shape,
    ).toEqual(polygon(ring));
  });

  it("may have no population and name WGS 84 in the old way", () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } };
    const { features } = checkDistrictFile(
      { ...collection(feature({ properties: { population: null } })), crs },
      kyiv,
    );
    expect(features[0]?.population).toBeNull();
  });
});

describe("what is wrong with a whole file", () => {
  it.each<[string, unknown, DistrictFileReason]>([
    ["another kind of GeoJSON", feature(), "not_collection"],
    ["an array", [], "not_collection"],
    ["nothing", null, "not_collection"],
    ["no district", collection(), "no_districts"],
    [
      "metres instead of degrees",
      { ...collection(feature()), crs: { properties: { name: "EPSG:3857" } } },
      "other_coordinates",
    ],
    ["more districts than a community has", collection(...Array(501).fill(feature())), "too_many_districts"],
  ])("%s", (_what, file, reason) => {
    expect(reasons(file)).toEqual([reason]);
  });

  it("more points than all districts may have", () => {
    const long = Array.from({ length: 70_000 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 70_000;
      return [30 + Math.cos(angle), 50 + Math.sin(angle)];
    });
    const geometry = polygon([...long, long[0]]);
    const three = ["a", "b", "c"].map((code) => feature({ properties: { code }, geometry }));
    expect(reasons(collection(...three))).toEqual(["too_many_points_together"]);
  });

  it.each([
    ['{"type": "FeatureCollection",\n "features": [,]}', "not_json_at", { line: 2, column: 15 }],
    ['{"a":1,}', "not_json_at", { line: 1, column: 8 }],
    ["", "not_json", {}],
  ])("a mistake of syntax in %s, with its place", (text, reason, details) => {
    expect(readDistrictText(text, kyiv).problems).toEqual([{ shape: null, name: "", reason, details }]);
  });

  it("a size beyond the limit", () => {
    expect(readDistrictText(" ".repeat(5_000_001), kyiv).problems[0]?.reason).toBe("too_large");
  });

  it("but not a byte order mark", () => {
    expect(readDistrictText(`\uFEFF${JSON.stringify(collection(feature()))}`, kyiv).problems).toEqual([]);
  });
});

describe("what is wrong with one district", () => {
  it.each<[DistrictFileReason, Parameters<typeof feature>[0]]>([
    ["not_feature", { type: "Polygon" }],
    ["no_code", { properties: { code: undefined } }],
    ["no_code", { properties: { code: "  " } }],
    ["bad_code", { properties: { code: "a/b" } }],
    ["bad_code", { properties: { code: "x".repeat(41) } }],
    ["no_name", { properties: { name: undefined } }],
    ["bad_name", { properties: { name: "я".repeat(121) } }],
    ["bad_population", { properties: { population: -1 } }],
    ["bad_population", { properties: { population: 12.5 } }],
    ["bad_population", { properties: { population: "багато" } }],
    ["no_geometry", { geometry: null }],
    ["wrong_geometry", { geometry: { type: "LineString", coordinates: ring } }],
    ["empty_shape", { geometry: polygon() }],
    ["empty_shape", { geometry: polygon([]) }],
    ["empty_shape", { geometry: { type: "MultiPolygon", coordinates: [] } }],
    ["not_numbers", { geometry: polygon([["30", "50"]]) }],
    ["not_numbers", { geometry: polygon([[30], [31], [32]]) }],
    ["ring_open", { geometry: polygon(ring.slice(0, 3)) }],
    ["ring_too_short", { geometry: polygon([ring[0], ring[1], ring[0]]) }],
    [
      "self_crossing",
      {
        geometry: polygon([
          [30, 50],
          [31, 51],
          [31, 50],
          [30, 51],
          [30, 50],
        ]),
      },
    ],
    ["swapped", { geometry: polygon(ring.map(([x, y]) => [y, x])) }],
    [
      "swapped",
      {
        geometry: polygon([
          [55, 93],
          [56, 93],
          [56, 94],
          [55, 93],
        ]),
      },
    ],
    [
      "out_of_range",
      {
        geometry: polygon([
          [3359584, 6446275],
          [3359585, 6446275],
          [3359585, 6446276],
          [3359584, 6446275],
        ]),
      },
    ],
    ["too_many_points", { geometry: polygon(Array(100_001).fill([30, 50])) }],
  ])("%s", (reason, change) => {
    expect(reasons(collection(feature(change)))).toEqual([reason]);
  });

  it("F-24 NUL, lone surrogate, right-to-left override, zero-width joiner and line break in a name are refused", () => {
    for (const character of ["\0", "\ud800", "\u202e", "\u200d", "\n", "\u2028"]) {
      expect(reasons(collection(feature({ properties: { name: `Це${character}нтр` } })))).toEqual([
        "bad_name",
      ]);
    }
  });

  it("F-24 an emoji is kept and NFC and NFD twins become one", () => {
    const twins = [
      feature({ properties: { code: "й", name: "Май 🌳" } }),
      feature({ properties: { code: "й".normalize("NFD") } }),
    ];
    expect(reasons(collection(...twins))).toEqual(["duplicate_code"]);
    const names = twins.slice(0, 1).map((one) => checkDistrictFile(collection(one), kyiv).features[0]?.name);
    expect(names).toEqual([{ uk: "Май 🌳" }]);
  });

  it("F-24 a code that only looks different is a duplicate", () => {
    const { problems } = checkDistrictFile(
      collection(feature({ properties: { code: "цA" } }), feature({ properties: { code: "ЦА" } })),
      kyiv,
    );
    expect(problems).toEqual([
      { shape: 2, name: "Центр", reason: "duplicate_code", details: { code: "ЦА", other: 1 } },
    ]);
  });

  it("names every bad district of a file in one report, each with all that is wrong", () => {
    const { features, problems } = checkDistrictFile(
      collection(
        feature(),
        feature({ properties: { code: "02", name: "Лісове" }, geometry: polygon(ring.slice(0, 3)) }),
        feature({ properties: { code: "03", name: "Садове" } }),
        feature({ properties: { code: undefined, name: "Річне", population: -5 }, geometry: null }),
      ),
      kyiv,
    );
    expect(features).toEqual([]);
    expect(problems.map(({ shape, name, reason }) => [shape, name, reason])).toEqual([
      [2, "Лісове", "ring_open"],
      [4, "Річне", "no_code"],
      [4, "Річне", "bad_population"],
      [4, "Річне", "no_geometry"],
    ]);
  });
});
