import { and, desc, eq, sql } from "drizzle-orm";
import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import type { Community } from "~/domain/communities/community";
import { termEnd } from "~/domain/communities/working-days";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { formatter } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition, petitionEvent, petitionReview } from "~db/schema/petitions";
import type { PetitionAuthor } from "./author";
import { recordPetitionStep } from "./record-petition-step.server";

export type AskRefusal = "not_refused" | "asked_already" | "late";

/**
 * Files the author's challenge to a refusal, once and within the term of the rules by the database's clock. It is
 * due by the petition's own rules, and goes to a moderator who did not refuse.
 */
export async function askReview(
  community: Community,
  author: PetitionAuthor,
  grounds: string,
): Promise<Outcome<{ dueAt: Date }, AskRefusal>> {
  return await transaction(async (tx) => {
    const subject = await holdRefused(tx, community, author);
    if (!subject) throw new Response(null, { status: 404 });
    const refusal = await newestRefusal(tx, community, subject.id);
    if (subject.state !== "refused" || !refusal) return refused("not_refused");
    const reviews = and(
      eq(petitionReview.communityId, community.id),
      eq(petitionReview.petitionId, subject.id),
    );
    if ((await tx.$count(petitionReview, reviews)) > 0) return refused("asked_already");
    const calendar = await findWorkCalendar(community, tx);
    const deadline = termEnd(refusal.at, subject.rules.reviewRequest, community.zone, calendar);
    const dueAt = termEnd(subject.now, subject.rules.reviewDecision, community.zone, calendar);
    const asked = await recordPetitionStep(tx, community, {
      petitionId: subject.id,
      step: "ask_review",
      actorId: author.actorId,
      dueAt,
      where: sql`clock_timestamp() < ${deadline.toISOString()}::timestamptz`,
    });
    if (!asked.done) return refused("late");
    await tx.insert(petitionReview).values({
      communityId: community.id,
      id: newId(),
      petitionId: subject.id,
      grounds,
      refusedBy: refusal.by,
      dueAt,
    });
    await confirmByMail(tx, community, subject, dueAt);
    return done({ dueAt });
  });
}

/** Locked, so that a second request sent at the same time waits and is told that there is one. */
async function holdRefused(tx: Transaction, community: Community, { petitionId }: PetitionAuthor) {
  const [found] = await tx
    .select({
      id: petition.id,
      number: petition.number,
      title: petition.title,
      state: petition.state,
      rules: petition.rules,
      language: petition.language,
      email: petition.authorEmail,
      now: sql<Date>`clock_timestamp()`.mapWith(petition.createdAt),
    })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)))
    .for("update");
  return found;
}

async function newestRefusal(tx: Transaction, community: Community, petitionId: string) {
  const [newest] = await tx
    .select({ at: petitionEvent.createdAt, by: petitionEvent.actorId })
    .from(petitionEvent)
    .where(
      and(
        eq(petitionEvent.communityId, community.id),
        eq(petitionEvent.petitionId, petitionId),
        eq(petitionEvent.step, "refuse"),
      ),
    )
    .orderBy(desc(petitionEvent.createdAt))
    .limit(1);
  return newest;
}

type Subject = NonNullable<Awaited<ReturnType<typeof holdRefused>>>;

async function confirmByMail(tx: Transaction, community: Community, subject: Subject, dueAt: Date) {
  const { number, title, language, email } = subject;
  if (email === "") return;
  const t = translator(language);
  const date = formatter(language, community.zone, community.currency).deadlineZone(dueAt);
  await queueMail(tx, community, {
    recipient: email,
    language,
    subject: t("moderation.letter.subject", { number, title }),
    body: t("moderation.letter.reviewAsked", { number, title, date }),
  });
}
