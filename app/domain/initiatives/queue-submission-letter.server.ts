import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/database.server";

type Submitted = {
  number: number;
  title: string;
  email: string;
  language: Locale;
  origin: string;
  resume: string;
};

/** Tells the author the number, the public page, and the secret link to act as the author later. */
export async function queueSubmissionLetter(
  tx: Transaction,
  community: Community,
  letter: Submitted,
): Promise<void> {
  const { number, title, email, language, origin, resume } = letter;
  const t = translator(language);
  const subject = t("initiatives.letter.submittedSubject", { number });
  const page = `${origin}/${language}/initiatives/${number}`;
  const own = `${origin}/${language}/drafts/${resume}`;
  const body = t("initiatives.letter.submitted", { number, title, page, own });
  await queueMail(tx, community, { recipient: email, language, subject, body });
}
