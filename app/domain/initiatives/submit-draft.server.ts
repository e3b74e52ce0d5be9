import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import type { Locale } from "~/i18n/locales";
import { textLanguage } from "~/i18n/text-language";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativeDraft, initiativePhoto, initiativeVersion } from "~db/schema/initiatives";
import { type CompleteAnswers, type DraftAnswers, decideSubmission } from "./draft";
import { lockDraft } from "./draft-queries.server";
import { insertInitiative } from "./insert-initiative.server";
import { inviteCoAuthors } from "./invite-co-authors.server";
import { queueSubmissionLetter } from "./queue-submission-letter.server";
import { recordEvent } from "./record-event.server";

export type SubmitRefusal = "no_such_draft" | "incomplete" | "submission_planned" | "submission_closed";

type Submission = {
  resume: string;
  viewer: Viewer;
  /** Language of the page, for letters and for texts that do not tell theirs. */
  language: Locale;
  /** Scheme and host of this community, for the links in the letters. */
  origin: string;
};

/**
 * Makes the draft an initiative with a number, in one transaction. Sending twice gives the same number (F-5).
 * Whether proposals are still taken is decided inside the statement that inserts (SC-8).
 */
export async function submitDraft(
  community: Community,
  { resume, viewer, language, origin }: Submission,
): Promise<Outcome<{ number: number }, SubmitRefusal>> {
  return await transaction(async (tx) => {
    const draft = await lockDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.submittedNumber !== null) return done({ number: draft.submittedNumber });
    const decision = decideSubmission(draft.answers);
    if (!decision.done) return decision;
    const answers = decision.value;
    const id = newId();
    const authorId = viewer.kind === "person" ? viewer.id : null;
    const numbered = await insertInitiative(tx, community, { id, roundId: draft.roundId, authorId, answers });
    if (!numbered.done) return numbered;
    const { number } = numbered.value;
    const written = await insertFirstVersion(tx, community, { id, answers, language });
    await tx
      .update(initiativePhoto)
      .set({ initiativeId: id })
      .where(and(eq(initiativePhoto.communityId, community.id), eq(initiativePhoto.draftId, draft.id)));
    await recordEvent(tx, community, { initiativeId: id, step: "submit", actorId: authorId });
    await tx
      .update(initiativeDraft)
      .set({ submittedNumber: number, answers: keptAnswers(answers), updatedAt: sql`clock_timestamp()` })
      .where(and(eq(initiativeDraft.communityId, community.id), eq(initiativeDraft.id, draft.id)));
    const { title, email } = answers;
    await queueSubmissionLetter(tx, community, { number, title, email, language: written, origin, resume });
    await inviteCoAuthors(tx, community, { initiativeId: id, number, answers, language: written, origin });
    return done({ number });
  });
}

/** What the draft still knows once its texts live elsewhere: the consent, and where the letter went. */
function keptAnswers({ language, authorName, email, showName, consent }: CompleteAnswers): DraftAnswers {
  return { ...(language && { language }), authorName, email, showName, consent };
}

async function insertFirstVersion(
  tx: Transaction,
  community: Community,
  { id, answers, language }: { id: string; answers: CompleteAnswers; language: Locale },
): Promise<Locale> {
  const { title, problem, proposal, beneficiaries, placeNote, latitude, longitude, costGuess } = answers;
  const written = textLanguage(
    [title, problem, proposal, beneficiaries].join(" "),
    answers.language ?? language,
  );
  await tx.insert(initiativeVersion).values({
    communityId: community.id,
    initiativeId: id,
    version: 1,
    language: written,
    title,
    problem,
    proposal,
    beneficiaries,
    placeNote,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    costGuess: costGuess ?? null,
    changeNote: "",
  });
  return written;
}
