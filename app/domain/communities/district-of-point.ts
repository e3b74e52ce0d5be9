import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { DistrictShape } from "./community";

/** A place on the map in WGS 84 degrees. */
export type MapPoint = { latitude: number; longitude: number };

/** The first of the districts whose area holds the point; a point on a shared border belongs to the first. */
export function districtOfPoint<D extends { shape: DistrictShape | null }>(
  { longitude, latitude }: MapPoint,
  districts: readonly D[],
): D | null {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
  return districts.find(({ shape }) => shape && booleanPointInPolygon([longitude, latitude], shape)) ?? null;
}
