import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Queryable } from "~/platform/database.server";
import { district } from "~db/schema/communities";

/** Whether the id names a district of this very community. */
export async function isDistrict(on: Queryable, community: Community, districtId: string): Promise<boolean> {
  const [row] = await on
    .select({ one: sql`1` })
    .from(district)
    .where(and(eq(district.communityId, community.id), eq(district.id, districtId)));
  return row !== undefined;
}
