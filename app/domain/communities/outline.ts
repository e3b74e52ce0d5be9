import type { Feature, FeatureCollection, Position } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { DistrictShape } from "./community";

/** Points of all districts together on a drawn map: about 15 kB of a page before compression. */
const DRAWN_POINTS = 2_000;

/**
 * The shapes with few points, for drawing. They are simplified together, so that two districts that share
 * a border still share it. Returned in the order given; a map that is small already comes back as it is.
 */
export function drawOutlines(shapes: readonly DistrictShape[]): DistrictShape[] {
  const points = shapes.reduce((sum, shape) => sum + countPoints(shape), 0);
  if (points <= DRAWN_POINTS) return [...shapes];
  const features = shapes.map(
    (geometry): Feature<DistrictShape> => ({ type: "Feature", properties: {}, geometry }),
  );
  const collection: FeatureCollection<DistrictShape> = { type: "FeatureCollection", features };
  const weighted = presimplify(
    topology({ districts: collection }) as Topology<{ districts: GeometryCollection }>,
  );
  const drawn = simplify(weighted, quantile(weighted, DRAWN_POINTS / points));
  return feature(drawn, drawn.objects.districts).features.map(({ geometry }, index) => {
    const shape = geometry as DistrictShape;
    // An islet may collapse; a district that would vanish keeps its own shape.
    return usable(shape) ?? shapes[index] ?? shape;
  });
}

export function areasOf(shape: DistrictShape): Position[][][] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

function countPoints(shape: DistrictShape): number {
  return areasOf(shape).reduce((sum, area) => sum + area.reduce((inner, ring) => inner + ring.length, 0), 0);
}

function usable(shape: DistrictShape): DistrictShape | null {
  const areas = areasOf(shape)
    .filter(([outer]) => hasArea(outer))
    .map((area) => area.filter(hasArea));
  const [first, ...others] = areas;
  if (!first) return null;
  return others.length === 0
    ? { type: "Polygon", coordinates: first }
    : { type: "MultiPolygon", coordinates: areas };
}

function hasArea(ring: Position[] | undefined): boolean {
  return ring !== undefined && new Set(ring.map(String)).size >= 3;
}
