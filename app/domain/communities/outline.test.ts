import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import type { DistrictShape } from "./community";
import { areasOf, drawOutlines } from "./outline";

/** Two neighbours with a wavy common border of 5,000 points, and an islet far off. */
const border = Array.from(
  { length: 5_000 },
  (_, index): Position => [31 + 0.01 * Math.sin(index / 200), 50 + index / 5_000],
);
const back = [...border].reverse();
const west: DistrictShape = { type: "Polygon", coordinates: [[[30, 50], ...border, [30, 51], [30, 50]]] };
const islet: Position[] = [
  [35, 50],
  [35.0001, 50],
  [35.0001, 50.0001],
  [35, 50],
];
const east: DistrictShape = {
  type: "MultiPolygon",
  coordinates: [[[[32, 51], ...back, [32, 50], [32, 51]]], [islet]],
};

const positions = (shape: DistrictShape | undefined) => (shape ? areasOf(shape).flat(2).map(String) : []);

describe("drawOutlines", () => {
  it("keeps a small map as it is", () => {
    const small: DistrictShape = { type: "Polygon", coordinates: [islet] };
    expect(drawOutlines([small])).toEqual([small]);
  });

  it("brings a detailed map down to what a page can carry, in the order given", () => {
    const drawn = drawOutlines([west, east]);
    const points = drawn.flatMap(positions).length;
    expect(points).toBeGreaterThan(100);
    expect(points).toBeLessThan(2_100);
    expect(positions(drawn[0])).toContain("30,50");
  });

  it("leaves neighbours with one common border", () => {
    const [left, right] = drawOutlines([west, east]).map(positions);
    const shared = (left ?? []).filter((position) => !["30,50", "30,51"].includes(position));
    expect(shared.length).toBeGreaterThan(50);
    expect(right).toEqual(expect.arrayContaining(shared));
  });

  it("drops an islet that collapses but never a district", () => {
    const tiny: DistrictShape = { type: "Polygon", coordinates: [islet] };
    const drawn = drawOutlines([west, east, tiny]);
    expect(drawn[2]).toEqual(tiny);
  });
});
