import { and, eq, lte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { pendingSignature } from "~db/schema/signatures";

/** Days a request is remembered after its end, so that its link can still say that it is too old. */
const KEPT_DAYS = 30;

/** Removes requests to sign that nobody confirmed in time: they hold names and addresses (S-60). */
export async function removeUnconfirmed(community: Community): Promise<void> {
  await database()
    .delete(pendingSignature)
    .where(
      and(
        eq(pendingSignature.communityId, community.id),
        lte(pendingSignature.expiresAt, sql`clock_timestamp() - make_interval(days => ${KEPT_DAYS})`),
      ),
    );
}
