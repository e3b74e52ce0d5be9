import { and, asc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { petition, petitionEvent } from "~db/schema/petitions";
import { petitionCount, thresholdFact } from "~db/schema/signatures";

export type FoundPetition = NonNullable<Awaited<ReturnType<typeof findPetition>>>;

/** One petition as pages and changes need it, by its public number or its id: no contacts, the published count. */
export async function findPetition(
  community: Community,
  by: { number: number } | { id: string },
  from: Queryable = database(),
) {
  const [found] = await from
    .select({
      id: petition.id,
      number: petition.number,
      state: petition.state,
      rules: petition.rules,
      rulesVersion: petition.rulesVersion,
      title: petition.title,
      demand: petition.demand,
      grounds: petition.grounds,
      language: petition.language,
      addressee: petition.addressee,
      districtId: petition.districtId,
      authorId: petition.authorId,
      authorName: petition.authorName,
      moderationDueAt: petition.moderationDueAt,
      openedAt: petition.openedAt,
      closesAt: petition.closesAt,
      closedAt: petition.closedAt,
      hiddenAt: petition.hiddenAt,
      wipeAt: petition.wipeAt,
      wipedAt: petition.wipedAt,
      createdAt: petition.createdAt,
      signatures: petitionCount.signatures,
      annulled: petitionCount.annulled,
      countedAt: petitionCount.countedAt,
    })
    .from(petition)
    .leftJoin(
      petitionCount,
      and(eq(petitionCount.communityId, petition.communityId), eq(petitionCount.petitionId, petition.id)),
    )
    .where(
      and(
        eq(petition.communityId, community.id),
        "id" in by ? eq(petition.id, by.id) : eq(petition.number, by.number),
      ),
    );
  return found ?? null;
}

/** The dated facts of a petition, oldest first. */
export async function listPetitionEvents(community: Community, petitionId: string) {
  return await database()
    .select({
      step: petitionEvent.step,
      state: petitionEvent.state,
      ground: petitionEvent.ground,
      note: petitionEvent.note,
      dueAt: petitionEvent.dueAt,
      at: petitionEvent.createdAt,
    })
    .from(petitionEvent)
    .where(and(eq(petitionEvent.communityId, community.id), eq(petitionEvent.petitionId, petitionId)))
    .orderBy(asc(petitionEvent.createdAt), asc(petitionEvent.id));
}

/** Thresholds reached so far, by their place in the rules. */
export async function listThresholdFacts(community: Community, petitionId: string) {
  return await database()
    .select({
      threshold: thresholdFact.threshold,
      signatures: thresholdFact.signatures,
      reachedAt: thresholdFact.reachedAt,
      dueAt: thresholdFact.dueAt,
    })
    .from(thresholdFact)
    .where(and(eq(thresholdFact.communityId, community.id), eq(thresholdFact.petitionId, petitionId)))
    .orderBy(asc(thresholdFact.threshold));
}
