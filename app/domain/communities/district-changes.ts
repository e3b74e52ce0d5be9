import { foldText } from "~/shared/fold-text";
import type { DistrictShape, LocalText } from "./community";
import type { DistrictFeature } from "./district-file";

/** A district as it stands, with its area. */
export type StandingDistrict = {
  id: string;
  code: string;
  name: LocalText;
  population: number | null;
  shape: DistrictShape | null;
};

export type DistrictChange = "added" | "changed" | "same";

export type DistrictChanges = {
  /** One per district of the file, in its order; `id` is null for a new one. */
  planned: { feature: DistrictFeature; change: DistrictChange; id: string | null }[];
  /** Districts that the file does not name: they stay as they are. */
  untouched: StandingDistrict[];
};

/** What applying a file would do. Districts are the same when their codes read the same. */
export function districtChanges(
  standing: readonly StandingDistrict[],
  features: readonly DistrictFeature[],
): DistrictChanges {
  const byCode = new Map(standing.map((district) => [foldText(district.code), district]));
  const planned = features.map((feature) => {
    const found = byCode.get(foldText(feature.code));
    byCode.delete(foldText(feature.code));
    if (!found) return { feature, change: "added" as const, id: null };
    return {
      feature,
      change: isSame(found, feature) ? ("same" as const) : ("changed" as const),
      id: found.id,
    };
  });
  return { planned, untouched: [...byCode.values()] };
}

export function countChanges({ planned, untouched }: DistrictChanges) {
  const count = (change: DistrictChange) => planned.filter((each) => each.change === change).length;
  return {
    added: count("added"),
    changed: count("changed"),
    same: count("same"),
    untouched: untouched.length,
  };
}

function isSame(standing: StandingDistrict, feature: DistrictFeature): boolean {
  return fingerprint(standing) === fingerprint(feature);
}

/** The database gives the members of an object back in an order of its own. */
function fingerprint({
  name,
  population,
  shape,
}: Omit<DistrictFeature, "code" | "shape"> & { shape: DistrictShape | null }) {
  const { uk, ru, en } = name;
  return JSON.stringify([uk, ru, en, population, shape?.type, shape?.coordinates]);
}
