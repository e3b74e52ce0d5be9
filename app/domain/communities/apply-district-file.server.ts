import { and, eq, isNull, sql } from "drizzle-orm";
import { districtImport } from "~db/schema/communities";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import type { Community } from "./community";
import { type DistrictCounts, writeDistricts } from "./write-districts.server";

/** Applies a kept file once: a second press, or another administrator's, is told that it happened already. */
export async function applyDistrictFile(
  community: Community,
  administratorId: string,
  id: string,
): Promise<Outcome<DistrictCounts, "applied_already">> {
  return await transaction(async (tx) => {
    const [file] = await tx
      .update(districtImport)
      .set({ appliedAt: sql`clock_timestamp()` })
      .where(
        and(eq(districtImport.communityId, community.id), eq(districtImport.id, id), isNull(districtImport.appliedAt)),
      )
      .returning({ features: districtImport.features });
    if (!file) return refused("applied_already");
    return done(await writeDistricts(tx, community, administratorId, file.features));
  });
}
