import type { Position } from "geojson";
import type { DistrictShape } from "./community";
import type { MapPoint } from "./district-of-point";
import { areasOf } from "./outline";

/** Drawing units across; whole units are finer than a phone's pixels. */
const WIDTH = 1000;
const MARGIN = 12;
const MAX_HEIGHT = 1200;

export type DrawnArea = { code: string; path: string; label: { x: number; y: number } };

export type MapDrawing = {
  width: number;
  height: number;
  areas: DrawnArea[];
  /** Where a point falls on the drawing; null outside of it. */
  place(point: MapPoint): { x: number; y: number } | null;
};

type Area = { code: string; outline: DistrictShape | null };

/** Areas as SVG paths in Web Mercator, the projection of web maps; null when none has an outline. */
export function drawMap(areas: readonly Area[]): MapDrawing | null {
  const outlined = areas.flatMap(({ code, outline }) => (outline ? [{ code, rings: ringsOf(outline) }] : []));
  const frame = frameOf(outlined.flatMap(({ rings }) => rings.flat()));
  if (!frame) return null;
  const scale = Math.min((WIDTH - 2 * MARGIN) / frame.width, (MAX_HEIGHT - 2 * MARGIN) / frame.height);
  const height = Math.ceil(frame.height * scale + 2 * MARGIN);
  const left = (WIDTH - frame.width * scale) / 2;
  const toDrawing = ([x = 0, y = 0]: Position): Position => [
    Math.round((x - frame.west) * scale + left),
    Math.round((frame.north - y) * scale + MARGIN),
  ];
  return {
    width: WIDTH,
    height,
    areas: outlined.map(({ code, rings }) => {
      const drawn = rings.map((ring) => ring.map(toDrawing));
      return { code, path: drawn.map(pathOf).join(""), label: labelOf(drawn) };
    }),
    place: ({ longitude, latitude }) => {
      const [x = 0, y = 0] = toDrawing(mercator([longitude, latitude]));
      return x >= 0 && x <= WIDTH && y >= 0 && y <= height ? { x, y } : null;
    },
  };
}

function ringsOf(outline: DistrictShape): Position[][] {
  return areasOf(outline)
    .flat()
    .map((ring) => ring.map(mercator));
}

/** Degrees of longitude and Mercator latitude, which grows with the distance from the equator. */
function mercator([longitude = 0, latitude = 0]: Position): Position {
  const bounded = Math.max(-85, Math.min(85, latitude));
  return [longitude, (Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) * 180) / Math.PI];
}

function frameOf(positions: readonly Position[]) {
  if (positions.length === 0) return null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, north, width: east - west || 1e-6, height: north - south || 1e-6 };
}

/** Relative steps are half as long in the page as coordinates. An islet smaller than a unit is left out. */
function pathOf([start, ...ring]: readonly Position[]): string {
  const [startX = 0, startY = 0] = start ?? [];
  let [lastX, lastY] = [startX, startY];
  const steps = ring.slice(0, -1).flatMap(([x = 0, y = 0]) => {
    const [dx, dy] = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return dx === 0 && dy === 0 ? [] : [`${dx} ${dy}`];
  });
  return steps.length < 2 ? "" : `M${startX} ${startY}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

/** The middle of the widest stretch inside the area among seven levels, so that a name stands inside a crooked one. */
function labelOf(rings: readonly (readonly Position[])[]): { x: number; y: number } {
  const heights = rings.flat().map(([, y = 0]) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  let best = { width: -1, x: 0, y: (top + bottom) / 2 };
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
    const y = top + (bottom - top) * part + 0.5;
    const crossings = rings.flatMap((ring) => crossingsAt(ring, y)).sort((one, other) => one - other);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = [crossings[index], crossings[index + 1]];
      if (to - from > best.width) best = { width: to - from, x: (from + to) / 2, y };
    }
  }
  return { x: Math.round(best.x), y: Math.round(best.y) };
}

function crossingsAt(ring: readonly Position[], y: number): number[] {
  return ring.flatMap(([bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [bx, by];
    return ay < y === by < y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
  });
}
