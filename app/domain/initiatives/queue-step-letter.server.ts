import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { formatter } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/database.server";
import { initiative, initiativeVersion } from "~db/schema/initiatives";
import type { InitiativeStep, RefusalReason } from "./initiative";

type StepNews = {
  initiativeId: string;
  step: InitiativeStep;
  reason?: RefusalReason | undefined;
  note: string;
  dueAt?: Date | undefined;
  origin: string;
};

/** The steps that others take with an author's initiative; of the own ones nobody needs news. */
const NEWS = ["admit", "return", "refuse", "put_on_ballot", "fund", "not_fund"] as const;
type News = (typeof NEWS)[number];

/** Tells the author by mail what became of the initiative, in the language it is written in. */
export async function queueStepLetter(tx: Transaction, community: Community, news: StepNews): Promise<void> {
  if (!NEWS.some((step) => step === news.step)) return;
  const step = news.step as News;
  const [row] = await tx
    .select({
      number: initiative.number,
      title: initiative.title,
      email: initiative.contactEmail,
      language: initiativeVersion.language,
    })
    .from(initiative)
    .innerJoin(
      initiativeVersion,
      and(
        eq(initiativeVersion.communityId, initiative.communityId),
        eq(initiativeVersion.initiativeId, initiative.id),
        eq(initiativeVersion.version, initiative.version),
      ),
    )
    .where(and(eq(initiative.communityId, community.id), eq(initiative.id, news.initiativeId)));
  if (!row?.email) return;
  const { number, title, email, language } = row;
  const t = translator(language);
  const format = formatter(language, community.zone, community.currency);
  const lines = [
    t(`initiatives.letter.step.${step}`, { number, title }),
    news.reason && t(`initiatives.reason.${news.reason}.text`),
    news.note,
    news.dueAt && t("initiatives.letter.reworkBy", { date: format.dateTimeZone(news.dueAt) }),
    step === "return" && t("initiatives.letter.howToRework"),
    t("initiatives.letter.page", { link: `${news.origin}/${language}/initiatives/${number}` }),
  ];
  const subject = t("initiatives.letter.stepSubject", { number, title });
  await queueMail(tx, community, {
    recipient: email,
    language,
    subject,
    body: lines.filter(Boolean).join("\n\n"),
  });
}
