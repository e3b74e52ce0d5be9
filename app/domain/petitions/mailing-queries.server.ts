import { and, desc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petitionMailing } from "~db/schema/petitions";

const NEWEST = 5;

/** The newest letters to the followers of a petition and how far each has come. */
export async function listMailings(community: Community, petitionId: string) {
  return await database()
    .select({
      id: petitionMailing.id,
      about: petitionMailing.about,
      sent: petitionMailing.sent,
      doneAt: petitionMailing.doneAt,
      at: petitionMailing.createdAt,
    })
    .from(petitionMailing)
    .where(and(eq(petitionMailing.communityId, community.id), eq(petitionMailing.petitionId, petitionId)))
    .orderBy(desc(petitionMailing.createdAt))
    .limit(NEWEST);
}
