import { transaction } from "~/platform/database.server";
import type { Community } from "./community";
import type { DistrictFeature } from "./district-file";
import { type DistrictCounts, writeDistricts } from "./write-districts.server";

/** Applies a checked file at once, all or nothing; `actorId` is null for the operator at the terminal. */
export async function importDistricts(
  community: Community,
  actorId: string | null,
  features: readonly DistrictFeature[],
): Promise<DistrictCounts> {
  return await transaction((tx) => writeDistricts(tx, community, actorId, features));
}
