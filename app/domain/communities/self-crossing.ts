import type { Position } from "geojson";

/** Units of the whole-number grid per degree: about a millimetre, finer than any survey of a border. */
const GRID = 1e8;
/** Pairs of segments compared before giving up; a real border of 100,000 points needs a hundredth of it. */
const PATIENCE = 20_000_000;

type Segment = { ax: number; ay: number; bx: number; by: number };

export type Crossing = { kind: "none" } | { kind: "crossing"; at: Position } | { kind: "too_complex" };

/**
 * Looks for two borders of one polygon (outer ring and holes) that cross or run along each other.
 * Rings are closed, positions are longitude and latitude in degrees. A ring that only touches a ring in
 * a point encloses the same area either way and is let through.
 */
export function findCrossing(rings: readonly (readonly Position[])[]): Crossing {
  const segments = rings.flatMap(toSegments);
  const along = sweepAxis(segments);
  const [from, to] = along === "x" ? ([minX, maxX] as const) : ([minY, maxY] as const);
  segments.sort((one, other) => from(one) - from(other));
  let compared = 0;
  let open: Segment[] = [];
  for (const segment of segments) {
    open = open.filter((earlier) => to(earlier) >= from(segment));
    const met = open.find((earlier) => collide(earlier, segment));
    if (met) return { kind: "crossing", at: meeting(met, segment) };
    compared += open.length;
    if (compared > PATIENCE) return { kind: "too_complex" };
    open.push(segment);
  }
  return { kind: "none" };
}

function toSegments(positions: readonly Position[]): Segment[] {
  const grid = positions.map(([x = 0, y = 0]) => [Math.round(x * GRID), Math.round(y * GRID)] as const);
  return grid.flatMap(([bx, by], index) => {
    const [ax, ay] = grid[index - 1] ?? [bx, by];
    return ax === bx && ay === by ? [] : [{ ax, ay, bx, by }];
  });
}

const minX = (s: Segment) => Math.min(s.ax, s.bx);
const maxX = (s: Segment) => Math.max(s.ax, s.bx);
const minY = (s: Segment) => Math.min(s.ay, s.by);
const maxY = (s: Segment) => Math.max(s.ay, s.by);

/** The axis along which fewer segments lie over one another. */
function sweepAxis(segments: readonly Segment[]): "x" | "y" {
  let [left, right, bottom, top, widths, heights] = [Infinity, -Infinity, Infinity, -Infinity, 0, 0];
  for (const segment of segments) {
    left = Math.min(left, minX(segment));
    right = Math.max(right, maxX(segment));
    bottom = Math.min(bottom, minY(segment));
    top = Math.max(top, maxY(segment));
    widths += maxX(segment) - minX(segment);
    heights += maxY(segment) - minY(segment);
  }
  return widths * (top - bottom) <= heights * (right - left) ? "x" : "y";
}

function collide(one: Segment, other: Segment): boolean {
  if (maxX(one) < minX(other) || maxX(other) < minX(one)) return false;
  if (maxY(one) < minY(other) || maxY(other) < minY(one)) return false;
  const a = side(one, other.ax, other.ay);
  const b = side(one, other.bx, other.by);
  if (a === 0 && b === 0) return overlap(one, other);
  return a * b < 0 && side(other, one.ax, one.ay) * side(other, one.bx, one.by) < 0;
}

/** Of two segments on one line: do they share more than a point? */
function overlap(one: Segment, other: Segment): boolean {
  const width = Math.min(maxX(one), maxX(other)) - Math.max(minX(one), minX(other));
  const height = Math.min(maxY(one), maxY(other)) - Math.max(minY(one), minY(other));
  return width > 0 || height > 0;
}

/** On which side of the segment's line a point lies: 1, -1, or 0 for on it; exact on the grid. */
function side({ ax, ay, bx, by }: Segment, x: number, y: number): -1 | 0 | 1 {
  const left = (bx - ax) * (y - ay);
  const right = (by - ay) * (x - ax);
  const difference = left - right;
  // Within the rounding error of two products the sign is decided by whole-number arithmetic.
  if (Math.abs(difference) > 4e-16 * (Math.abs(left) + Math.abs(right))) return difference > 0 ? 1 : -1;
  const exact = BigInt(bx - ax) * BigInt(y - ay) - BigInt(by - ay) * BigInt(x - ax);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/** Where to look: the middle of what the two have in common, in degrees. */
function meeting(one: Segment, other: Segment): Position {
  const x = (Math.max(minX(one), minX(other)) + Math.min(maxX(one), maxX(other))) / 2;
  const y = (Math.max(minY(one), minY(other)) + Math.min(maxY(one), maxY(other))) / 2;
  return [x / GRID, y / GRID];
}
