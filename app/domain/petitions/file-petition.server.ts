import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { canonicalEmail } from "~/domain/identity/email";
import type { Viewer } from "~/domain/identity/viewer";
import type { Locale } from "~/i18n/locales";
import { textLanguage } from "~/i18n/text-language";
import { translator } from "~/i18n/translate";
import { type Transaction, transaction } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionDraft } from "~db/schema/petitions";
import { deriveToken } from "./derive-token.server";
import { insertPetition } from "./insert-petition.server";
import { type CompleteAnswers, decideFiling } from "./petition-draft";
import { lockPetitionDraft } from "./petition-draft-queries.server";
import { queueFilingLetter } from "./queue-filing-letter.server";
import { findPetitionRules } from "./rules-queries.server";
import { startModeration } from "./start-moderation.server";
import { findTermEnd } from "./term-queries.server";

export type FileRefusal = "no_such_draft" | "incomplete";

type Filing = {
  resume: string;
  viewer: Viewer;
  /** Scheme and host of this community, for the links in the letter. */
  origin: string;
};

/** Makes the draft a petition with a number, in one transaction. Filing twice gives the same number (F-5). */
export async function filePetition(
  community: Community,
  { resume, viewer, origin }: Filing,
): Promise<Outcome<{ number: number }, FileRefusal>> {
  return await transaction(async (tx) => {
    const draft = await lockPetitionDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.filedNumber !== null) return done({ number: draft.filedNumber });
    const decision = decideFiling(draft.answers);
    if (!decision.done) return decision;
    const answers = decision.value;
    const authorToken = isProven(viewer, answers) ? deriveToken("author", resume) : newSecretToken().token;
    const filed = await insertFiled(tx, community, { viewer, answers, authorToken });
    await queueFilingLetter(tx, community, { ...filed, answers, origin, authorToken });
    await tx
      .update(petitionDraft)
      .set({
        filedNumber: filed.number,
        // The texts and the name live in the petition now (S-60).
        answers: { language: answers.language, consent: true },
        updatedAt: sql`clock_timestamp()`,
      })
      .where(and(eq(petitionDraft.communityId, community.id), eq(petitionDraft.id, draft.id)));
    return done({ number: filed.number });
  });
}

type Filed = { number: number; language: Locale; needed: number; until: Date };

/** Where no first signatories are asked for, the petition goes to the moderators at once. */
async function insertFiled(
  tx: Transaction,
  community: Community,
  { viewer, answers, authorToken }: { viewer: Viewer; answers: CompleteAnswers; authorToken: string },
): Promise<Filed> {
  const { title, demand, grounds } = answers;
  const language = textLanguage([title, demand, grounds].join(" "), answers.language);
  const addressee = translator(language)(`filing.addressee.${answers.addressee}`);
  const authorId = viewer.kind === "person" ? viewer.id : null;
  const current = await findPetitionRules(community, tx);
  const gatheringUntil = await findTermEnd(tx, community, current.rules.gathering);
  const given = { current, answers, language, addressee, authorId, authorToken, gatheringUntil };
  const { id, number } = await insertPetition(tx, community, given);
  const { rules } = current;
  const needed = rules.firstSignatories;
  const moderationUntil = needed === 0 ? await startModeration(tx, community, { id, rules }) : null;
  return { number, language, needed, until: moderationUntil ?? gatheringUntil };
}

/** An account's address is proven; any other mailbox proves itself by opening the link in the letter. */
function isProven(viewer: Viewer, { email }: CompleteAnswers): boolean {
  return viewer.kind === "person" && canonicalEmail(viewer.email) === canonicalEmail(email);
}
