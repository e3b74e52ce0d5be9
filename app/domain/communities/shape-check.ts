import type { Position } from "geojson";
import type { DistrictShape } from "./community";
import { looksSwapped } from "./expected-area";
import { findCrossing } from "./self-crossing";

/** Points of one district; a detailed border of a large city has about 20,000. */
const MAX_SHAPE_POINTS = 100_000;

export const SHAPE_REASONS = [
  "no_geometry",
  "wrong_geometry",
  "empty_shape",
  "not_numbers",
  "out_of_range",
  "swapped",
  "ring_too_short",
  "ring_open",
  "self_crossing",
  "too_complex",
  "too_many_points",
] as const;
export type ShapeReason = (typeof SHAPE_REASONS)[number];

export type ShapeProblem = { reason: ShapeReason; details: Record<string, string | number> };

class Invalid extends Error {
  constructor(
    readonly reason: ShapeReason,
    readonly details: ShapeProblem["details"] = {},
  ) {
    super(reason);
  }
}

export type CheckedShape = { shape: DistrictShape; points: number } | ShapeProblem;

/** The area of one GeoJSON geometry, heights dropped, or the first thing that is wrong with it. */
export function checkShape(geometry: unknown, zone: string): CheckedShape {
  try {
    return readShape(geometry, zone);
  } catch (error) {
    if (error instanceof Invalid) return { reason: error.reason, details: error.details };
    throw error;
  }
}

function readShape(geometry: unknown, zone: string): CheckedShape {
  if (typeof geometry !== "object" || geometry === null) throw new Invalid("no_geometry");
  const { type, coordinates } = geometry as Record<string, unknown>;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    throw new Invalid("wrong_geometry", { type: shortText(type) });
  }
  const given = type === "Polygon" ? [coordinates] : list(coordinates);
  const areas = given.map((area) => list(area).map((ring) => list(ring).map(readPosition)));
  const points = areas.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (points > MAX_SHAPE_POINTS) throw new Invalid("too_many_points", { points, most: MAX_SHAPE_POINTS });
  for (const ring of areas.flat()) checkRing(ring, zone);
  for (const area of areas) checkCrossings(area);
  const shape: DistrictShape =
    type === "Polygon" ? { type, coordinates: areas[0] ?? [] } : { type, coordinates: areas };
  return { shape, points };
}

/** What a file says in a place where a text or number belongs, for a message. */
export function shortText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 40) : typeof value;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new Invalid("empty_shape");
  return value;
}

function readPosition(value: unknown): Position {
  const [longitude, latitude] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new Invalid("not_numbers");
  return [round(longitude as number), round(latitude as number)];
}

/** Seven digits are a centimetre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function checkRing(ring: readonly Position[], zone: string): void {
  for (const position of ring) {
    const [longitude = 0, latitude = 0] = position;
    if (looksSwapped(position, zone)) throw new Invalid("swapped", { place: placeOf(position) });
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
      throw new Invalid("out_of_range", { place: placeOf(position) });
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    throw new Invalid("ring_open", { place: placeOf(first ?? []) });
  if (new Set(ring.map(String)).size < 3) throw new Invalid("ring_too_short");
}

function checkCrossings(rings: readonly (readonly Position[])[]): void {
  const crossing = findCrossing(rings);
  if (crossing.kind === "crossing") throw new Invalid("self_crossing", { place: placeOf(crossing.at) });
  if (crossing.kind === "too_complex") throw new Invalid("too_complex");
}

/** Longitude and latitude, as a map program takes them in its search box. */
function placeOf([longitude = 0, latitude = 0]: Position): string {
  return `${Number(longitude.toFixed(5))}, ${Number(latitude.toFixed(5))}`;
}
