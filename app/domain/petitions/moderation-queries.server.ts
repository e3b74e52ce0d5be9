import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { canonicalEmail } from "~/domain/identity/email";
import type { Moderator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { person } from "~db/schema/identity";
import { petition, petitionEvent, petitionLock, petitionReview } from "~db/schema/petitions";
import { type FoundPetition, findPetition } from "./petition-queries.server";
import { isOwnPetition, moderatorsRead } from "./policy";

export type ModeratedPetition = NonNullable<Awaited<ReturnType<typeof findModerated>>>;

/** A petition as a moderator reads it, with the review request that waits; null for one that is not theirs to read. */
export async function findModerated(community: Community, moderator: Moderator, number: number) {
  const found = await findPetition(community, { number });
  if (!found || !moderatorsRead(found)) return null;
  const [contact] = await database()
    .select({ authorEmail: petition.authorEmail })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, found.id)));
  const newest = await findReview(community, found.id);
  const isOwn = isOwnPetition(moderator, {
    authorId: found.authorId,
    authorEmail: contact?.authorEmail ?? "",
  });
  return { petition: found, review: newest, waiting: newest?.decidedAt === null ? newest : null, isOwn };
}

/** Earlier refusals of whoever wrote this petition, by account or mail address, newest first. */
export async function listAuthorRefusals(community: Community, { id, authorId }: FoundPetition) {
  const [contact] = await database()
    .select({ email: petition.authorEmail })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, id)));
  const email = contact?.email ?? "";
  if (email === "" && !authorId) return [];
  return await database()
    .select({
      number: petition.number,
      title: petition.title,
      language: petition.language,
      ground: petitionEvent.ground,
      at: petitionEvent.createdAt,
    })
    .from(petition)
    .innerJoin(
      petitionEvent,
      and(
        eq(petitionEvent.communityId, petition.communityId),
        eq(petitionEvent.petitionId, petition.id),
        eq(petitionEvent.step, "refuse"),
      ),
    )
    .where(
      and(
        eq(petition.communityId, community.id),
        ne(petition.id, id),
        or(
          authorId ? eq(petition.authorId, authorId) : undefined,
          email
            ? sql`lower(${petition.authorEmail}) in (${email.toLowerCase()}, ${canonicalEmail(email)})`
            : undefined,
        ),
      ),
    )
    .orderBy(desc(petitionEvent.createdAt))
    .limit(10);
}

/** Who has a petition open now, and until when. */
export async function findPetitionLock(community: Community, petitionId: string) {
  const [lock] = await database()
    .select({ personId: petitionLock.personId, name: person.name, until: petitionLock.until })
    .from(petitionLock)
    .innerJoin(
      person,
      and(eq(person.communityId, petitionLock.communityId), eq(person.id, petitionLock.personId)),
    )
    .where(
      and(
        eq(petitionLock.communityId, community.id),
        eq(petitionLock.petitionId, petitionId),
        sql`${petitionLock.until} > clock_timestamp()`,
      ),
    );
  return lock ?? null;
}

/** The newest review request of a petition, decided or not. */
export async function findReview(community: Community, petitionId: string) {
  const [newest] = await database()
    .select({
      grounds: petitionReview.grounds,
      refusedBy: petitionReview.refusedBy,
      askedAt: petitionReview.createdAt,
      dueAt: petitionReview.dueAt,
      outcome: petitionReview.outcome,
      note: petitionReview.note,
      decidedAt: petitionReview.decidedAt,
    })
    .from(petitionReview)
    .where(and(eq(petitionReview.communityId, community.id), eq(petitionReview.petitionId, petitionId)))
    .orderBy(desc(petitionReview.createdAt))
    .limit(1);
  return newest ?? null;
}

/** The steps of a petition with the staff who took them: for moderators, newest first. */
export async function listStaffEvents(community: Community, petitionId: string) {
  return await database()
    .select({
      step: petitionEvent.step,
      ground: petitionEvent.ground,
      note: petitionEvent.note,
      dueAt: petitionEvent.dueAt,
      at: petitionEvent.createdAt,
      by: person.name,
    })
    .from(petitionEvent)
    .leftJoin(
      person,
      and(eq(person.communityId, petitionEvent.communityId), eq(person.id, petitionEvent.actorId)),
    )
    .where(and(eq(petitionEvent.communityId, community.id), eq(petitionEvent.petitionId, petitionId)))
    .orderBy(desc(petitionEvent.createdAt), desc(petitionEvent.id));
}
