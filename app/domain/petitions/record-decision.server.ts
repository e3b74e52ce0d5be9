import { and, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import type { Community } from "~/domain/communities/community";
import { termEnd } from "~/domain/communities/working-days";
import type { Moderator } from "~/domain/identity/viewer";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import type { Transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { type Outcome, refused } from "~/shared/outcome";
import { petition, petitionLock } from "~db/schema/petitions";
import type { DecisionAnswers } from "./decision-form";
import { decisionLetter } from "./decision-letter";
import { type ModerationStep, termAfter } from "./moderation";
import { isPublic, type PetitionState } from "./petition";
import { isOwnPetition, moderatorsRead } from "./policy";
import { type PetitionFact, recordPetitionStep } from "./record-petition-step.server";
import { findPetitionRules } from "./rules-queries.server";

export type Decision = {
  petitionId: string;
  answers: DecisionAnswers;
  /** Scheme and host for the link in the author's letter. */
  origin: string;
};

export type DecisionRefusal = "own_petition" | "taken_over" | "decided_already";

type Given = Decision & { step: ModerationStep; set?: PetitionFact["set"]; where?: SQL | undefined };
type Decided = Outcome<{ number: number; state: PetitionState }, DecisionRefusal>;

/**
 * Takes a moderator's step with its timeline entry, audit record and the author's letter. Of two moderators at once
 * one outcome holds (F-21); whoever lost the petition to another is refused; what a moderator may not read is not
 * there for them (S-8, R-10).
 */
export async function recordDecision(
  tx: Transaction,
  community: Community,
  moderator: Moderator,
  { petitionId, step, answers, origin, set, where }: Given,
): Promise<Decided> {
  const subject = await readSubject(tx, community, petitionId);
  if (isOwnPetition(moderator, subject)) return refused("own_petition");
  const ends = await nextEnd(tx, community, step, subject);
  const opening = ends.opening ? { ...ends.opening, closedAt: null, hiddenAt: null, wipeAt: null } : {};
  const moved = await recordPetitionStep(tx, community, {
    petitionId,
    step,
    actorId: moderator.id,
    ground: answers.ground ?? undefined,
    note: answers.note,
    dueAt: ends.dueAt ?? undefined,
    set: { ...set, ...opening },
    where: and(where, heldByNobodyElse(moderator)),
  });
  if (!moved.done) {
    return refused((await isHeld(tx, community, moderator, petitionId)) ? "taken_over" : "decided_already");
  }
  if (ends.opening) await queueJob(tx, community.id, closing(petitionId, ends.opening.closesAt));
  await tellAuthor(tx, community, { petitionId, step, answers, origin, dueAt: ends.dueAt, subject });
  await tx.delete(petitionLock).where(ownLock(community, petitionId));
  return moved;
}

async function readSubject(tx: Transaction, community: Community, petitionId: string) {
  const [subject] = await tx
    .select({
      number: petition.number,
      title: petition.title,
      language: petition.language,
      state: petition.state,
      rules: petition.rules,
      openedAt: petition.openedAt,
      authorId: petition.authorId,
      authorEmail: petition.authorEmail,
      now: sql<Date>`clock_timestamp()`.mapWith(petition.createdAt),
    })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
  if (!subject || !moderatorsRead(subject)) throw new Response(null, { status: 404 });
  return subject;
}

type Subject = Awaited<ReturnType<typeof readSubject>>;

/** The term that begins now; at an opening with the newest rules, frozen into the petition. */
async function nextEnd(tx: Transaction, community: Community, step: ModerationStep, subject: Subject) {
  const newest = await findPetitionRules(community, tx);
  const term = termAfter(step, subject.rules, newest.rules);
  if (!term) return { dueAt: null, opening: null };
  const dueAt = termEnd(subject.now, term, community.zone, await findWorkCalendar(community, tx));
  const isOpening = step === "open" || step === "restore";
  const opening = isOpening
    ? { rules: newest.rules, rulesVersion: newest.version, openedAt: subject.now, closesAt: dueAt }
    : null;
  return { dueAt, opening };
}

function closing(petitionId: string, closesAt: Date) {
  return { kind: "close-petition", subject: petitionId, runAt: closesAt };
}

function ownLock(community: Community, petitionId: string) {
  return and(eq(petitionLock.communityId, community.id), eq(petitionLock.petitionId, petitionId));
}

function heldByNobodyElse(moderator: Moderator): SQL {
  return sql`not exists (select 1 from ${petitionLock} where ${petitionLock.communityId} = ${petition.communityId}
    and ${petitionLock.petitionId} = ${petition.id} and ${petitionLock.personId} <> ${moderator.id}::uuid
    and ${petitionLock.until} > clock_timestamp())`;
}

async function isHeld(tx: Transaction, community: Community, moderator: Moderator, petitionId: string) {
  const held = and(
    ownLock(community, petitionId),
    ne(petitionLock.personId, moderator.id),
    gt(petitionLock.until, sql`clock_timestamp()`),
  );
  return (await tx.$count(petitionLock, held)) > 0;
}

type News = Decision & { step: ModerationStep; dueAt: Date | null; subject: Subject };

async function tellAuthor(tx: Transaction, community: Community, news: News): Promise<void> {
  const { petitionId, step, answers, origin, dueAt, subject } = news;
  const { number, title, language, authorEmail } = subject;
  if (authorEmail === "") return;
  const [after] = await tx
    .select({ state: petition.state, openedAt: petition.openedAt, hiddenAt: petition.hiddenAt })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
  const shown = after && isPublic(after) && after.hiddenAt === null;
  const page = shown ? `${origin}/${language}/petitions/${number}` : null;
  const letter = decisionLetter({ ...answers, step, number, title, language, dueAt, page }, community);
  await queueMail(tx, community, { recipient: authorEmail, language, ...letter });
}
