import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { petitionFollower } from "~db/schema/petitions";

/** Ends the letters about one petition to whoever holds the link of a letter. Pressed again, it changes nothing. */
export async function leavePetition(community: Community, token: string | undefined): Promise<void> {
  if (!looksLikeToken(token)) return;
  await database()
    .delete(petitionFollower)
    .where(
      and(
        eq(petitionFollower.communityId, community.id),
        eq(petitionFollower.leaveHash, hashSecretToken(token)),
      ),
    );
}
