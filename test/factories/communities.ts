import type { Community, DistrictShape } from "~/domain/communities/community";
import type { DistrictFeature } from "~/domain/communities/district-file";
import { importDistricts } from "~/domain/communities/import-districts.server";
import { importPlaces } from "~/domain/communities/import-places.server";
import { readPlaces } from "~/domain/communities/place-file";

/** A square of a tenth of a degree whose south-western corner is given in tenths. */
export function squareShape(east: number, north = 0): DistrictShape {
  const [west, south] = [30 + east / 10, 50 + north / 10];
  const corners = [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ];
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return { type: "Polygon", coordinates: [corners.map((position) => position.map(round))] };
}

/** Districts side by side, named after their codes. */
export async function plantDistricts(community: Community, ...codes: string[]): Promise<void> {
  const features = codes.map(
    (code, index): DistrictFeature => ({
      code,
      name: { uk: `Район ${code}`, ru: `Район ${code}`, en: `District ${code}` },
      population: 1000 * (index + 1),
      shape: squareShape(index),
    }),
  );
  await importDistricts(community, null, features);
}

/** Names of streets and villages as lines `district,kind,name,valid_until,current_name`. */
export async function plantPlaces(community: Community, codes: string[], ...lines: string[]): Promise<void> {
  const text = ["district,kind,name,valid_until,current_name", ...lines].join("\n");
  const { rows, problems } = readPlaces(text, new Set(codes));
  if (problems.length > 0) throw new Error(`The lines are wrong: ${JSON.stringify(problems)}`);
  await importPlaces(community, null, rows);
}
