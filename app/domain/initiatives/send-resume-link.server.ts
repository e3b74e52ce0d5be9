import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativeDraft } from "~db/schema/initiatives";
import type { SaveRefusal } from "./change-draft.server";
import { lockDraft } from "./draft-queries.server";

/** Letters that one draft may cause; nothing of the author's text stands in them, so they carry no one's spam. */
const MAX_LETTERS = 3;

/** Mails the link with which the draft can be continued on any device. */
export async function sendResumeLink(
  community: Community,
  resume: string,
  { email, language, origin }: { email: string; language: Locale; origin: string },
): Promise<Outcome<undefined, SaveRefusal | "too_many_letters">> {
  return await transaction(async (tx) => {
    const draft = await lockDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.submittedNumber !== null) return refused("already_submitted");
    const linkLetters = (draft.answers.linkLetters ?? 0) + 1;
    if (linkLetters > MAX_LETTERS) return refused("too_many_letters", { letters: MAX_LETTERS });
    const answers = { ...draft.answers, linkLetters };
    await tx
      .update(initiativeDraft)
      .set({ answers })
      .where(and(eq(initiativeDraft.communityId, community.id), eq(initiativeDraft.id, draft.id)));
    const t = translator(language);
    const link = `${origin}/${language}/drafts/${resume}`;
    const subject = t("initiatives.letter.resumeSubject", {
      community: localText(community.name, language).text,
    });
    await queueMail(tx, community, {
      recipient: email,
      language,
      subject,
      body: t("initiatives.letter.resume", { link }),
    });
    return done();
  });
}
