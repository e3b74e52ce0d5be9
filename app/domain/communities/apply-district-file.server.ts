import { and, eq, isNull, sql } from "drizzle-orm";
import { transaction } from "~/platform/database.server";
import { isId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { districtImport } from "~db/schema/communities";
import type { Community } from "./community";
import { type DistrictCounts, writeDistricts } from "./write-districts.server";

/** Applies a kept file once: a second press, or another administrator's, learns that it happened already. */
export async function applyDistrictFile(
  community: Community,
  administratorId: string,
  id: string,
): Promise<Outcome<DistrictCounts, "unknown" | "applied_already">> {
  if (!isId(id)) return refused("unknown");
  return await transaction(async (tx) => {
    const own = and(eq(districtImport.communityId, community.id), eq(districtImport.id, id));
    const [file] = await tx
      .update(districtImport)
      .set({ appliedAt: sql`clock_timestamp()` })
      .where(and(own, isNull(districtImport.appliedAt)))
      .returning({ features: districtImport.features });
    if (!file) {
      const [known] = await tx.select({ id: districtImport.id }).from(districtImport).where(own);
      return refused(known ? "applied_already" : "unknown");
    }
    return done(await writeDistricts(tx, community, administratorId, file.features));
  });
}
