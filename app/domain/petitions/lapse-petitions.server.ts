import { and, eq, lte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { translator } from "~/i18n/translate";
import { database, type Transaction, transaction } from "~/platform/database.server";
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
  for (const lapsed of await listLapsed(community)) {
    await transaction((tx) => lapse(tx, community, lapsed));
  }
  for (const { id } of await listOverdue(community))
    await transaction((tx) => queueJob(tx, community.id, { kind: "close-petition", subject: id }));
}

type Lapsed = Awaited<ReturnType<typeof listLapsed>>[number];

async function lapse(tx: Transaction, community: Community, lapsed: Lapsed): Promise<void> {
  const { id, number, title, language, email } = lapsed;
  const t = translator(language);
  const moved = await recordPetitionStep(tx, community, {
    petitionId: id,
    step: "withdraw",
    actorId: null,
    note: t("petitions.lapsed"),
    set: { wipeAt: wipeTime() },
    // Moved on by its last first signatory at this moment, it is no longer gathering.
    where: eq(petition.state, "gathering"),
  });
  if (!moved.done || !email) return;
  const subject = t("filing.letter.lapsedSubject", { number });
  const body = t("filing.letter.lapsed", { number, title });
  await queueMail(tx, community, { recipient: email, language, subject, body });
}

async function listLapsed(community: Community) {
  return await database()
    .select({
      id: petition.id,
      number: petition.number,
      title: petition.title,
      language: petition.language,
      email: petition.authorEmail,
    })
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
