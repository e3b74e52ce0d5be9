import { and, eq, lte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { translator } from "~/i18n/translate";
import { database, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { petition, petitionEvent } from "~db/schema/petitions";
import { recordPetitionStep } from "./record-petition-step.server";
import { wipeTime } from "./wipe-time.server";

const AT_ONCE = 500;

/**
 * Ends petitions that did not find their first signatories in the time they were given when they were filed. Open
 * ones whose end has passed get their closing queued again, should it have been put aside.
 */
export async function lapsePetitions(community: Community): Promise<void> {
  for (const { id, language } of await listLapsed(community)) {
    const note = translator(language)("petitions.lapsed");
    const set = { wipeAt: wipeTime() };
    // Moved on by its seventh signatory at this moment, it is no longer gathering.
    const where = eq(petition.state, "gathering");
    await transaction((tx) =>
      recordPetitionStep(tx, community, {
        petitionId: id,
        step: "withdraw",
        actorId: null,
        note,
        set,
        where,
      }),
    );
  }
  for (const { id } of await listOverdue(community))
    await transaction((tx) => queueJob(tx, community.id, { kind: "close-petition", subject: id }));
}

async function listLapsed(community: Community) {
  return await database()
    .select({ id: petition.id, language: petition.language })
    .from(petition)
    .innerJoin(
      petitionEvent,
      and(
        eq(petitionEvent.communityId, petition.communityId),
        eq(petitionEvent.petitionId, petition.id),
        eq(petitionEvent.step, "file"),
      ),
    )
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.state, "gathering"),
        lte(petitionEvent.dueAt, sql`clock_timestamp()`),
      ),
    )
    .limit(AT_ONCE);
}

/** Ten minutes are more than the job queued for the end itself needs. */
async function listOverdue(community: Community) {
  return await database()
    .select({ id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.state, "open"),
        lte(petition.closesAt, sql`clock_timestamp() - interval '10 minutes'`),
      ),
    )
    .limit(AT_ONCE);
}
