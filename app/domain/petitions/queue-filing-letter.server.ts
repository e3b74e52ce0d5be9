import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { formatter } from "~/i18n/format";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/database.server";
import { deriveToken } from "./derive-token.server";
import type { CompleteAnswers } from "./petition-draft";

type Filed = {
  number: number;
  answers: Pick<CompleteAnswers, "title" | "email">;
  language: Locale;
  origin: string;
  authorToken: string;
  /** First signatories to be found; none for a petition that is with the moderators at once. */
  needed: number;
  until: Date;
};

/** Tells the author the number, what happens next, the link for first signatories and the author's own link. */
export async function queueFilingLetter(
  tx: Transaction,
  community: Community,
  { number, answers: { title, email }, language, origin, authorToken, needed, until }: Filed,
): Promise<void> {
  const t = translator(language);
  const date = formatter(language, community.zone, community.currency).deadlineZone(until);
  const share = `${origin}/${language}/petitions/second/${deriveToken("second", authorToken)}`;
  const own = `${origin}/${language}/petitions/by-author/${authorToken}`;
  const parts = [
    t("filing.letter.filed", { number, title }),
    needed > 0
      ? t("filing.letter.gather", { count: needed, date, share })
      : t("filing.letter.checked", { date }),
    t("filing.letter.own", { own }),
    t("filing.letter.notYou"),
  ];
  const subject = t("filing.letter.filedSubject", { number });
  await queueMail(tx, community, { recipient: email, language, subject, body: parts.join("\n\n") });
}
