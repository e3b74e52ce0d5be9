import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { pendingSignature } from "~db/schema/signatures";

/** Days after its link has run out that an asking is kept, so that a late visitor is told what the link was for. */
const DAYS = 7;

/** Removes what was asked for by mail and never confirmed: names and addresses that nobody has a use for (S-60). */
export async function removeStaleAskings(community: Community): Promise<void> {
  await database()
    .delete(pendingSignature)
    .where(
      and(
        eq(pendingSignature.communityId, community.id),
        isNull(pendingSignature.confirmedAt),
        sql`${pendingSignature.expiresAt} < clock_timestamp() - make_interval(days => ${DAYS})`,
      ),
    );
}
