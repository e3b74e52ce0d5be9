import { describe, expect, it } from "vitest";
import type { DistrictShape } from "./community";
import { drawMap } from "./map-drawing";

const box = (west: number, east: number, south = 50, north = 51): DistrictShape => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

describe("drawMap", () => {
  it("is nothing without an outline", () => {
    expect(drawMap([])).toBeNull();
    expect(drawMap([{ code: "01", outline: null }])).toBeNull();
  });

  it("draws each area inside the frame, north up and west left", () => {
    const drawing = drawMap([
      { code: "west", outline: box(30, 31) },
      { code: "none", outline: null },
      { code: "east", outline: box(31, 32, 50, 50.5) },
    ]);
    expect(drawing?.areas.map(({ code }) => code)).toEqual(["west", "east"]);
    expect(drawing?.areas[0]?.path).toMatch(/^M12 \d+l488 0 0-\d+-488 0z$/);
    const north = drawing?.place({ longitude: 30, latitude: 51 });
    const south = drawing?.place({ longitude: 30, latitude: 50 });
    expect(north).toEqual({ x: 12, y: 12 });
    expect((drawing?.height ?? 0) - (south?.y ?? 0)).toBeOneOf([12, 13]);
    expect(drawing?.place({ longitude: 20, latitude: 50 })).toBeNull();
  });

  it("puts the label of a crooked area inside of it", () => {
    const crooked: DistrictShape = {
      type: "Polygon",
      coordinates: [
        [
          [30, 50],
          [34, 50],
          [34, 54],
          [33, 54],
          [33, 50.5],
          [30, 50.5],
          [30, 50],
        ],
      ],
    };
    const drawing = drawMap([{ code: "01", outline: crooked }]);
    const label = drawing?.areas[0]?.label ?? { x: 0, y: 0 };
    const inside = drawing?.place({ longitude: 33, latitude: 50.5 }) ?? { x: 0, y: 0 };
    expect(label.x).toBeGreaterThan(inside.x);
  });

  it("keeps holes and the parts of a divided district in one path", () => {
    const hole = box(30.2, 30.4, 50.2, 50.4).coordinates[0] as number[][];
    const outline: DistrictShape = {
      type: "MultiPolygon",
      coordinates: [
        [...(box(30, 31).coordinates as number[][][]), hole],
        box(32, 33).coordinates as number[][][],
      ],
    };
    expect(drawMap([{ code: "01", outline }])?.areas[0]?.path.match(/M/g)).toHaveLength(3);
  });

  it("stays low enough for a phone when the community is long from north to south", () => {
    expect(drawMap([{ code: "01", outline: box(30, 30.1, 45, 52) }])?.height).toBeLessThanOrEqual(1200);
  });
});
