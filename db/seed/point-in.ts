import type { DistrictShape } from "~/domain/communities/community";
import { districtOfPoint, type MapPoint } from "~/domain/communities/district-of-point";
import { areasOf } from "~/domain/communities/outline";

/** A point inside the area, another one for each `turn`; null when the area is too narrow for the pattern. */
export function pointIn(shape: DistrictShape, turn: number): MapPoint | null {
  const positions = areasOf(shape).flat(2);
  const [west, east] = range(positions.map(([longitude = 0]) => longitude));
  const [south, north] = range(positions.map(([, latitude = 0]) => latitude));
  for (let step = 0; step < 20; step += 1) {
    // Multiples of the golden ratio spread evenly over the width and the height.
    const point = {
      longitude: west + (east - west) * (((turn * 7 + step + 1) * 0.618034) % 1),
      latitude: south + (north - south) * (((turn * 5 + step + 1) * 0.754878) % 1),
    };
    if (districtOfPoint(point, [{ shape }])) return point;
  }
  return null;
}

function range(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
