import type { Community } from "~/domain/communities/community";
import { canonicalEmail } from "~/domain/identity/email";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { newId } from "~/shared/id";
import { coAuthor } from "~db/schema/initiatives";
import type { CompleteAnswers } from "./draft";

type Invitation = {
  initiativeId: string;
  number: number;
  answers: CompleteAnswers;
  language: Locale;
  origin: string;
};

/** Asks each named co-author by mail; nobody is a co-author before an own act. */
export async function inviteCoAuthors(
  tx: Transaction,
  community: Community,
  invitation: Invitation,
): Promise<void> {
  const { initiativeId, number, answers, language, origin } = invitation;
  const t = translator(language);
  const author = canonicalEmail(answers.email);
  const invited = new Map(answers.coAuthors.map((email) => [canonicalEmail(email), email]));
  invited.delete(author);
  for (const [canonical, email] of invited) {
    const { token, hash } = newSecretToken();
    await tx.insert(coAuthor).values({
      communityId: community.id,
      id: newId(),
      initiativeId,
      canonicalEmail: canonical,
      tokenHash: hash,
    });
    const link = `${origin}/${language}/co-author/${token}`;
    const subject = t("initiatives.letter.invitationSubject", { number });
    const body = t("initiatives.letter.invitation", {
      number,
      title: answers.title,
      author: answers.authorName,
      link,
    });
    await queueMail(tx, community, { recipient: email, language, subject, body });
  }
}
