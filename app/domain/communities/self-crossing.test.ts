import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { findCrossing } from "./self-crossing";

const closed = (...positions: Position[]): Position[] => [...positions, positions[0] ?? []];
const square = closed([0, 0], [4, 0], [4, 4], [0, 4]);
const hole = closed([1, 1], [1, 2], [2, 2], [2, 1]);

describe("findCrossing", () => {
  it.each<[string, Position[][]]>([
    ["a square", [square]],
    ["a square with a hole", [square, hole]],
    ["a point given twice", [closed([0, 0], [0, 0], [4, 0], [4, 4], [4, 4])]],
    ["points along one straight side", [closed([0, 0], [1, 0], [2, 0], [4, 0], [4, 4])]],
    ["a hole that touches the border in a point", [square, closed([0, 2], [1, 1], [1, 3])]],
    ["a ring that touches itself in a point", [closed([0, 0], [2, 2], [4, 0], [4, 4], [2, 2], [0, 4])]],
    ["a comb", [comb(200)]],
  ])("lets %s through", (_what, rings) => {
    expect(findCrossing(rings)).toEqual({ kind: "none" });
  });

  it.each<[string, Position[][]]>([
    ["a bow tie", [closed([0, 0], [4, 4], [4, 0], [0, 4])]],
    ["a border that runs back along itself", [closed([0, 0], [4, 0], [4, 4], [4, -1])]],
    ["a line there and back", [closed([0, 0], [1, 1], [2, 2])]],
    ["a hole that crosses the border", [square, closed([3, 1], [5, 1], [5, 2], [3, 2])]],
    ["two holes that share a side", [square, hole, closed([2, 1], [2, 2], [3, 2])]],
    [
      "a border of real size that crosses by a metre",
      [closed([30.1, 50], [30.2, 50], [30.2, 50.1], [30.15, 49.99999], [30.1, 50.1])],
    ],
  ])("finds %s", (_what, rings) => {
    expect(findCrossing(rings).kind).toBe("crossing");
  });

  it("says where", () => {
    expect(findCrossing([closed([0, 0], [4, 4], [4, 0], [0, 4])])).toEqual({ kind: "crossing", at: [2, 2] });
  });

  it("finds none in any star-shaped border and one when two far points change places", () => {
    const radii = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(radii, (lengths) => {
        const star = lengths.map((radius, index) => atAngle(radius, (2 * Math.PI * index) / lengths.length));
        expect(findCrossing([closed(...star)]).kind).toBe("none");
        const far = Math.floor(lengths.length / 2);
        const swapped = star.map(
          (position, index) => (index === 0 ? star[far] : index === far ? star[0] : position) ?? position,
        );
        expect(findCrossing([closed(...swapped)]).kind).toBe("crossing");
      }),
    );
  });

  it("takes a border of 100,000 points", () => {
    const border = Array.from({ length: 100_000 }, (_, index) => {
      return atAngle(1 + 0.01 * Math.sin(index / 7), (2 * Math.PI * index) / 100_000);
    });
    expect(findCrossing([closed(...border)])).toEqual({ kind: "none" });
  });
});

function atAngle(radius: number, angle: number): Position {
  return [30 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
}

function comb(teeth: number): Position[] {
  const edge = Array.from({ length: teeth }, (_, tooth): Position[] => [
    [tooth, 0],
    [tooth, 10],
    [tooth + 0.5, 10],
    [tooth + 0.5, 0],
  ]).flat();
  return closed(...edge, [teeth, -1], [0, -1]);
}
