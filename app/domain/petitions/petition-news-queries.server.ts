import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petition, petitionAnswer } from "~db/schema/petitions";
import { ANSWERED_STATES } from "./response";

/** Entries of one feed; readers come back often enough. */
const NEWEST = 50;

const readable = (community: Community) =>
  and(eq(petition.communityId, community.id), isNull(petition.hiddenAt));

/** The petitions opened last. */
export async function listOpenedPetitions(community: Community) {
  return await database()
    .select({
      number: petition.number,
      title: petition.title,
      text: petition.demand,
      language: petition.language,
      openedAt: petition.openedAt,
    })
    .from(petition)
    .where(and(readable(community), inArray(petition.state, [...ANSWERED_STATES])))
    .orderBy(desc(petition.openedAt), desc(petition.number))
    .limit(NEWEST);
}

/** The answers given last; a correction is news too. */
export async function listNewestAnswers(community: Community) {
  return await database()
    .select({
      number: petition.number,
      title: petition.title,
      version: petitionAnswer.version,
      text: petitionAnswer.body,
      language: petitionAnswer.language,
      at: petitionAnswer.createdAt,
    })
    .from(petitionAnswer)
    .innerJoin(
      petition,
      and(eq(petition.communityId, petitionAnswer.communityId), eq(petition.id, petitionAnswer.petitionId)),
    )
    .where(and(readable(community), inArray(petition.state, [...ANSWERED_STATES])))
    .orderBy(desc(petitionAnswer.createdAt))
    .limit(NEWEST);
}
