import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { isId } from "~/shared/id";
import { district } from "~db/schema/communities";
import {
  coAuthor,
  initiative,
  initiativeEvent,
  initiativePhoto,
  initiativeVersion,
} from "~db/schema/initiatives";
import { round } from "~db/schema/prioritisation";
import { estimate } from "~db/schema/prioritisation-projects";
import type { PhotoRow } from "./draft-queries.server";
import type { InitiativeState, InitiativeStep, RefusalReason, Theme } from "./initiative";

/** The newest published text of an initiative. */
export const currentVersion = and(
  eq(initiativeVersion.communityId, initiative.communityId),
  eq(initiativeVersion.initiativeId, initiative.id),
  eq(initiativeVersion.version, initiative.version),
);

/** True in SQL where the text was refused as unlawful: it is shown to nobody any more. */
export const textIsHidden: SQL<boolean> = sql<boolean>`(${initiative.state} = 'refused' and exists (
  select 1 from ${initiativeEvent} unlawful where unlawful.community_id = ${initiative.communityId}
  and unlawful.initiative_id = ${initiative.id} and unlawful.reason = 'unlawful_text'))`;

export type FoundInitiative = NonNullable<Awaited<ReturnType<typeof findInitiative>>>;

/** One initiative by its number, with its newest text. The contact address is not among it (S-2). */
export async function findInitiative(community: Community, number: number, db: Queryable = database()) {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_147_483_647) return null;
  const [found] = await db
    .select({
      id: initiative.id,
      number: initiative.number,
      state: initiative.state,
      version: initiative.version,
      theme: sql<Theme>`${initiative.theme}`,
      submittedAt: initiative.submittedAt,
      authorId: initiative.authorId,
      authorName: sql<string | null>`case when ${initiative.showName} then ${initiative.authorName} end`,
      textHidden: textIsHidden,
      round: { id: round.id, slug: round.slug, title: round.title },
      district: { id: district.id, code: district.code, name: district.name },
      language: initiativeVersion.language,
      title: initiativeVersion.title,
      problem: initiativeVersion.problem,
      proposal: initiativeVersion.proposal,
      beneficiaries: initiativeVersion.beneficiaries,
      placeNote: initiativeVersion.placeNote,
      latitude: initiativeVersion.latitude,
      longitude: initiativeVersion.longitude,
      costGuess: initiativeVersion.costGuess,
    })
    .from(initiative)
    .innerJoin(round, and(eq(round.communityId, initiative.communityId), eq(round.id, initiative.roundId)))
    .innerJoin(initiativeVersion, currentVersion)
    .leftJoin(
      district,
      and(eq(district.communityId, initiative.communityId), eq(district.id, initiative.districtId)),
    )
    .where(and(eq(initiative.communityId, community.id), eq(initiative.number, number)));
  return found ?? null;
}

export type TimelineEvent = {
  step: InitiativeStep;
  state: InitiativeState;
  reason: RefusalReason | null;
  note: string;
  dueAt: Date | null;
  createdAt: Date;
};

/** What happened to an initiative, newest first. Who did it stays inside. */
export async function listEvents(community: Community, initiativeId: string): Promise<TimelineEvent[]> {
  return await database()
    .select({
      step: initiativeEvent.step,
      state: initiativeEvent.state,
      reason: initiativeEvent.reason,
      note: initiativeEvent.note,
      dueAt: initiativeEvent.dueAt,
      createdAt: initiativeEvent.createdAt,
    })
    .from(initiativeEvent)
    .where(and(eq(initiativeEvent.communityId, community.id), eq(initiativeEvent.initiativeId, initiativeId)))
    .orderBy(desc(initiativeEvent.createdAt), desc(initiativeEvent.id));
}

/** Every published text, newest first. */
export async function listVersions(community: Community, initiativeId: string) {
  return await database()
    .select({
      version: initiativeVersion.version,
      language: initiativeVersion.language,
      title: initiativeVersion.title,
      problem: initiativeVersion.problem,
      proposal: initiativeVersion.proposal,
      beneficiaries: initiativeVersion.beneficiaries,
      placeNote: initiativeVersion.placeNote,
      costGuess: initiativeVersion.costGuess,
      changeNote: initiativeVersion.changeNote,
      createdAt: initiativeVersion.createdAt,
    })
    .from(initiativeVersion)
    .where(
      and(eq(initiativeVersion.communityId, community.id), eq(initiativeVersion.initiativeId, initiativeId)),
    )
    .orderBy(desc(initiativeVersion.version));
}

/** Names of the co-authors who have accepted. */
export async function listCoAuthors(community: Community, initiativeId: string): Promise<string[]> {
  const rows = await database()
    .select({ name: coAuthor.name })
    .from(coAuthor)
    .where(
      and(
        eq(coAuthor.communityId, community.id),
        eq(coAuthor.initiativeId, initiativeId),
        isNotNull(coAuthor.acceptedAt),
      ),
    )
    .orderBy(asc(coAuthor.acceptedAt));
  return rows.map(({ name }) => name ?? "");
}

export async function listPhotos(community: Community, initiativeId: string): Promise<PhotoRow[]> {
  return await database()
    .select({
      id: initiativePhoto.id,
      description: initiativePhoto.description,
      width: initiativePhoto.width,
      height: initiativePhoto.height,
    })
    .from(initiativePhoto)
    .where(and(eq(initiativePhoto.communityId, community.id), eq(initiativePhoto.initiativeId, initiativeId)))
    .orderBy(asc(initiativePhoto.id));
}

/** Whether everybody may see the photo: it belongs to an initiative whose text is not hidden (S-45). */
export async function isPublicPhoto(community: Community, photoId: string): Promise<boolean> {
  if (!isId(photoId)) return false;
  const [found] = await database()
    .select({ hidden: textIsHidden })
    .from(initiativePhoto)
    .innerJoin(
      initiative,
      and(
        eq(initiative.communityId, initiativePhoto.communityId),
        eq(initiative.id, initiativePhoto.initiativeId),
      ),
    )
    .where(and(eq(initiativePhoto.communityId, community.id), eq(initiativePhoto.id, photoId)));
  return found?.hidden === false;
}

/** The newest cost an office has found, in minor units, with its ground. */
export async function findEstimate(community: Community, initiativeId: string) {
  const [found] = await database()
    .select({ amount: estimate.amount, basis: estimate.basis, createdAt: estimate.createdAt })
    .from(estimate)
    .where(and(eq(estimate.communityId, community.id), eq(estimate.initiativeId, initiativeId)))
    .orderBy(desc(estimate.version))
    .limit(1);
  return found ?? null;
}
