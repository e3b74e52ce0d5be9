import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";

const AT_ONCE = 200;

/** Petitions whose personal data must go now. One that was opened again after a refusal waits for its new end. */
export async function listPetitionsToWipe(community: Community): Promise<string[]> {
  const rows = await database()
    .select({ id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.communityId, community.id),
        inArray(petition.state, ["closed", "refused", "withdrawn", "stopped"]),
        isNull(petition.wipedAt),
        lte(petition.wipeAt, sql`clock_timestamp()`),
      ),
    )
    .limit(AT_ONCE);
  return rows.map(({ id }) => id);
}
