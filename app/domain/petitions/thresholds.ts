import type { Threshold } from "./petition-rules";

export type CountedSignatures = {
  total: number;
  /** Counted signatures by district id. */
  byDistrict: ReadonlyMap<string, number>;
};

/** Whether the total is enough and each named district has its own share as well. */
export function isReached(threshold: Threshold, { total, byDistrict }: CountedSignatures): boolean {
  if (total < threshold.signatures) return false;
  return threshold.areas.every((area) => (byDistrict.get(area.districtId) ?? 0) >= area.signatures);
}

/** Places in the rules of the thresholds that are reached and not among those known to have been. */
export function newlyReached(
  thresholds: readonly Threshold[],
  counted: CountedSignatures,
  known: ReadonlySet<number>,
): number[] {
  return thresholds.flatMap((threshold, place) =>
    !known.has(place) && isReached(threshold, counted) ? [place] : [],
  );
}
