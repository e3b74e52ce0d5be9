import { and, eq, type SQL, sql } from "drizzle-orm";
import { initiative, initiativeDraft, initiativePhoto, initiativeVersion } from "~db/schema/initiatives";
import { round, roundStage } from "~db/schema/prioritisation";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import type { Locale } from "~/i18n/locales";
import { type Transaction, transaction } from "~/platform/database.server";
import { foldText } from "~/shared/fold-text";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { type CompleteAnswers, decideSubmission } from "./draft";
import { lockDraft } from "./draft-queries.server";
import { inviteCoAuthors } from "./invite-co-authors.server";
import { queueSubmissionLetter } from "./queue-submission-letter.server";
import { recordEvent } from "./record-step.server";
import { findSubmissionRound, submissionIsOpen } from "./submission-queries.server";
import { textLanguage } from "./text-language";

export type SubmitRefusal = "no_such_draft" | "incomplete" | "submission_planned" | "submission_closed";

type Submission = {
  resume: string;
  viewer: Viewer;
  /** Language of the page, for letters and for texts that do not tell theirs. */
  language: Locale;
  /** Scheme and host of this community, for the links in the letters. */
  origin: string;
};

/** Two people may file at the same instant; each of them waits for the other's number and takes the next. */
const MOST_TRIES = 100;

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
      .set({ submittedNumber: number, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(initiativeDraft.communityId, community.id), eq(initiativeDraft.id, draft.id)));
    const { title, email } = answers;
    await queueSubmissionLetter(tx, community, { number, title, email, language: written, origin, resume });
    await inviteCoAuthors(tx, community, { initiativeId: id, number, answers, language: written, origin });
    return done({ number });
  });
}

type NewInitiative = { id: string; roundId: string; authorId: string | null; answers: CompleteAnswers };

async function insertInitiative(
  tx: Transaction,
  community: Community,
  given: NewInitiative,
): Promise<Outcome<{ number: number }, "submission_planned" | "submission_closed">> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const rows = await tx.execute<{ number: number }>(insertion(community, given));
    const [row] = rows;
    if (row) return done({ number: row.number });
    const found = await findSubmissionRound(community, given.roundId, tx);
    if (found?.status === "planned") return refused("submission_planned");
    if (found?.status !== "open") return refused("submission_closed");
  }
  throw new Error("No free number for an initiative was found.");
}

/** Inserts nothing when proposals are not taken at this instant, or when another one has just taken the number. */
function insertion(community: Community, { id, roundId, authorId, answers }: NewInitiative): SQL {
  const { title, theme, authorName, email, showName } = answers;
  const districtId = answers.wholeCommunity ? null : (answers.districtId ?? null);
  return sql`
    insert into ${initiative} (community_id, id, round_id, number, state, district_id, theme, title, search_text,
      author_id, author_name, contact_email, show_name)
    select ${round.communityId}, ${id}::uuid, ${round.id},
      coalesce((select max(taken.number) from ${initiative} taken where taken.community_id = ${community.id}), 0) + 1,
      'submitted', ${districtId}::uuid, ${theme}, ${title}, ${searchTextOf(answers)},
      ${authorId}::uuid, ${authorName}, ${email}, ${showName}::boolean
    from ${round} join ${roundStage}
      on ${and(eq(roundStage.communityId, round.communityId), eq(roundStage.roundId, round.id))}
    where ${and(eq(round.communityId, community.id), eq(round.id, roundId), eq(roundStage.kind, "submission"))}
      and ${submissionIsOpen}
    on conflict (community_id, number) do nothing
    returning number`;
}

type SearchedTexts = { title: string; problem: string; proposal: string; beneficiaries: string; placeNote: string };

/** All that the search looks at, folded; the title stands first. */
export function searchTextOf({ title, problem, proposal, beneficiaries, placeNote }: SearchedTexts): string {
  return foldText([title, placeNote, problem, proposal, beneficiaries].join(" "));
}

async function insertFirstVersion(
  tx: Transaction,
  community: Community,
  { id, answers, language }: { id: string; answers: CompleteAnswers; language: Locale },
): Promise<Locale> {
  const { title, problem, proposal, beneficiaries, placeNote, latitude, longitude, costGuess } = answers;
  const written = textLanguage([title, problem, proposal, beneficiaries].join(" "), answers.language ?? language);
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
