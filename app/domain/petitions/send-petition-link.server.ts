import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { type AttemptRule, countAttempt } from "~/domain/identity/attempt-limit.server";
import { canonicalEmail } from "~/domain/identity/email";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionDraft } from "~db/schema/petitions";
import { lockPetitionDraft } from "./petition-draft-queries.server";
import type { SaveRefusal } from "./save-petition.server";

/** Letters that one draft may cause; nothing of the author's text stands in them, so they carry no one's spam. */
const MAX_LETTERS = 3;
const PER_MAILBOX: AttemptRule = { most: 6, minutes: 24 * 60 };

/** Mails the link with which the draft can be continued on any device. */
export async function sendPetitionLink(
  community: Community,
  resume: string,
  { email, language, origin }: { email: string; language: Locale; origin: string },
): Promise<Outcome<undefined, SaveRefusal | "too_many_letters">> {
  const counted = await countAttempt(community, PER_MAILBOX, "petition-link", canonicalEmail(email));
  if (!counted.done) return refused("too_many_letters", { letters: PER_MAILBOX.most });
  return await transaction(async (tx) => {
    const draft = await lockPetitionDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.filedNumber !== null) return refused("already_filed");
    const linkLetters = (draft.answers.linkLetters ?? 0) + 1;
    if (linkLetters > MAX_LETTERS) return refused("too_many_letters", { letters: MAX_LETTERS });
    await tx
      .update(petitionDraft)
      .set({ answers: { ...draft.answers, linkLetters } })
      .where(and(eq(petitionDraft.communityId, community.id), eq(petitionDraft.id, draft.id)));
    const t = translator(language);
    const link = `${origin}/${language}/petition-drafts/${resume}`;
    const name = localText(community.name, language).text;
    const subject = t("filing.letter.resumeSubject", { community: name });
    await queueMail(tx, community, {
      recipient: email,
      language,
      subject,
      body: t("filing.letter.resume", { link }),
    });
    return done();
  });
}
