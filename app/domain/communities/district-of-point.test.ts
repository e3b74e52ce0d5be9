import { describe, expect, it } from "vitest";
import type { DistrictShape } from "./community";
import { districtOfPoint } from "./district-of-point";

const box = (west: number, east: number): DistrictShape => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 50],
      [east, 50],
      [east, 51],
      [west, 51],
      [west, 50],
    ],
  ],
});
const districts = [
  { code: "none", shape: null },
  { code: "west", shape: box(30, 31) },
  {
    code: "east",
    shape: {
      type: "MultiPolygon",
      coordinates: [box(31, 32).coordinates, box(33, 34).coordinates],
    } as DistrictShape,
  },
];

describe("districtOfPoint", () => {
  it.each([
    [30.5, 50.5, "west"],
    [33.5, 50.5, "east"],
    [31, 50.5, "west"],
    [32.5, 50.5, undefined],
    [50.5, 30.5, undefined],
    [Number.NaN, 50.5, undefined],
  ])("longitude %s, latitude %s lies in %s", (longitude, latitude, code) => {
    expect(districtOfPoint({ longitude, latitude }, districts)?.code).toBe(code);
  });
});
