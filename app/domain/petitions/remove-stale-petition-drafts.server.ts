import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { petitionDraft } from "~db/schema/petitions";

/** Days after which a draft that nobody has touched is forgotten, and how many go in one run. */
const KEPT_DAYS = 60;
const AT_ONCE = 200;

/** Removes drafts that were never filed: they hold names and addresses (S-60). */
export async function removeStalePetitionDrafts(community: Community): Promise<void> {
  await transaction(async (tx) => {
    const stale = await tx
      .select({ id: petitionDraft.id })
      .from(petitionDraft)
      .where(
        and(
          eq(petitionDraft.communityId, community.id),
          isNull(petitionDraft.filedNumber),
          sql`${petitionDraft.updatedAt} < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`,
        ),
      )
      .limit(AT_ONCE)
      .for("update");
    const ids = stale.map(({ id }) => id);
    if (ids.length === 0) return;
    await tx
      .delete(petitionDraft)
      .where(and(eq(petitionDraft.communityId, community.id), inArray(petitionDraft.id, ids)));
  });
}
