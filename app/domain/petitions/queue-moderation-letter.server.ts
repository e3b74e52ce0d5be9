import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { formatter } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";

type News = { petitionId: string; dueAt: Date; origin: string };

/** Tells the author that the first signatories are found and until when a moderator decides. */
export async function queueModerationLetter(
  tx: Transaction,
  community: Community,
  { petitionId, dueAt, origin }: News,
): Promise<void> {
  const [row] = await tx
    .select({
      number: petition.number,
      title: petition.title,
      email: petition.authorEmail,
      language: petition.language,
    })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
  if (!row?.email) return;
  const { number, title, email, language } = row;
  const t = translator(language);
  const date = formatter(language, community.zone, community.currency).deadlineZone(dueAt);
  const subject = t("filing.letter.secondedSubject", { number });
  const address = `${origin}/${language}/petitions/${number}`;
  const body = t("filing.letter.seconded", { number, title, date, address });
  await queueMail(tx, community, { recipient: email, language, subject, body });
}
