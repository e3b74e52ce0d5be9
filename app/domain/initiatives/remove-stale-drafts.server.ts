import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { removePhotoFile } from "~/platform/storage.server";
import { initiativeDraft, initiativePhoto } from "~db/schema/initiatives";

/** Days after which a draft that nobody has touched is forgotten, and how many go in one run. */
const KEPT_DAYS = 60;
const AT_ONCE = 200;

/** Removes drafts that were never submitted, with their photos: they hold names and addresses (S-60). */
export async function removeStaleDrafts(community: Community): Promise<void> {
  const photos = await transaction(async (tx) => {
    const stale = await tx
      .select({ id: initiativeDraft.id })
      .from(initiativeDraft)
      .where(
        and(
          eq(initiativeDraft.communityId, community.id),
          isNull(initiativeDraft.submittedNumber),
          sql`${initiativeDraft.updatedAt} < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`,
        ),
      )
      .limit(AT_ONCE)
      .for("update");
    const ids = stale.map(({ id }) => id);
    if (ids.length === 0) return [];
    const gone = await tx
      .delete(initiativePhoto)
      .where(and(eq(initiativePhoto.communityId, community.id), inArray(initiativePhoto.draftId, ids)))
      .returning({ id: initiativePhoto.id });
    await tx
      .delete(initiativeDraft)
      .where(and(eq(initiativeDraft.communityId, community.id), inArray(initiativeDraft.id, ids)));
    return gone;
  });
  for (const { id } of photos) await removePhotoFile(community.id, id);
}
