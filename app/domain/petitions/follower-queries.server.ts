import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { petition, petitionFollower } from "~db/schema/petitions";

/** The petition whose letters the link of a letter ends; null for a link that ends none, or no more (S-2, S-5). */
export async function findFollowed(community: Community, token: string | undefined) {
  if (!looksLikeToken(token)) return null;
  const [followed] = await database()
    .select({
      number: petition.number,
      title: petition.title,
      language: petition.language,
      hiddenAt: petition.hiddenAt,
    })
    .from(petitionFollower)
    .innerJoin(
      petition,
      and(
        eq(petition.communityId, petitionFollower.communityId),
        eq(petition.id, petitionFollower.petitionId),
      ),
    )
    .where(
      and(
        eq(petitionFollower.communityId, community.id),
        eq(petitionFollower.leaveHash, hashSecretToken(token)),
      ),
    );
  if (!followed) return null;
  const { number, title, language, hiddenAt } = followed;
  return { number, language, title: hiddenAt ? null : title };
}

/** How many would get a letter now. */
export async function countFollowers(community: Community, petitionId: string): Promise<number> {
  return await database().$count(
    petitionFollower,
    and(eq(petitionFollower.communityId, community.id), eq(petitionFollower.petitionId, petitionId)),
  );
}
