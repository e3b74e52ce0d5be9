import { and, asc, eq, sql } from "drizzle-orm";
import { database, type Queryable } from "~/platform/database.server";
import { isId } from "~/shared/id";
import { district, districtImport } from "~db/schema/communities";
import type { Community, District, DistrictShape } from "./community";
import type { StandingDistrict } from "./district-changes";
import type { DistrictFeature } from "./district-file";
import { districtOfPoint, type MapPoint } from "./district-of-point";

const columns = {
  id: district.id,
  code: district.code,
  name: district.name,
  population: district.population,
};

/** A district with the few points that a page draws. */
export type DrawnDistrict = District & { outline: DistrictShape | null };

export async function listDrawnDistricts(owner: Community): Promise<DrawnDistrict[]> {
  return await database()
    .select({ ...columns, outline: district.outline })
    .from(district)
    .where(eq(district.communityId, owner.id))
    .orderBy(asc(district.code));
}

/** Every district with its full area, in the order of their codes; up to 200,000 points. */
export async function listStandingDistricts(
  owner: Community,
  at: Queryable = database(),
): Promise<StandingDistrict[]> {
  return await at
    .select({ ...columns, shape: district.shape })
    .from(district)
    .where(eq(district.communityId, owner.id))
    .orderBy(asc(district.code));
}

/** The district a point of the map lies in; null outside all of them. */
export async function findDistrictAt(owner: Community, point: MapPoint): Promise<District | null> {
  const found = districtOfPoint(point, await listStandingDistricts(owner));
  if (!found) return null;
  const { shape: _, ...rest } = found;
  return rest;
}

/** A file of districts that was checked and not applied yet. */
export type PendingDistricts = { id: string; fileName: string; features: DistrictFeature[]; createdAt: Date };

export async function findPendingDistricts(owner: Community, id: string): Promise<PendingDistricts | null> {
  if (!isId(id)) return null;
  const { fileName, features, createdAt } = districtImport;
  const [found] = await database()
    .select({ id: districtImport.id, fileName, features, createdAt })
    .from(districtImport)
    .where(
      and(
        eq(districtImport.communityId, owner.id),
        eq(districtImport.id, id),
        sql`${districtImport.appliedAt} is null`,
      ),
    );
  return found ?? null;
}
