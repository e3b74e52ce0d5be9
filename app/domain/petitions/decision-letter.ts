import { formatter } from "~/i18n/format";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { ModerationStep } from "./moderation";
import type { RefusalGround } from "./petition";

export type DecisionNews = {
  step: ModerationStep;
  number: number;
  title: string;
  language: Locale;
  ground: RefusalGround | null;
  note: string;
  /** Until when whoever acts next has time. */
  dueAt: Date | null;
  /** The public page; null while nobody may read the text. */
  page: string | null;
};

/** What the author is told of a decision, in the language of the petition: shown to the moderator before it goes. */
export function decisionLetter(
  news: DecisionNews,
  { zone, currency }: { zone: string; currency: string },
): { subject: string; body: string } {
  const { step, number, title, language, ground, note, dueAt, page } = news;
  const t = translator(language);
  const date = dueAt && formatter(language, zone, currency).deadlineZone(dueAt);
  const lines = [
    t(`moderation.letter.step.${step}`, { number, title }),
    ground && `${t(`petitions.ground.${ground}`)}. ${t(`petitions.rule.${ground}`)}`,
    note,
    date && isTimed(step) && t(`moderation.letter.due.${step}`, { date }),
    page && t("moderation.letter.page", { page }),
  ];
  return {
    subject: t("moderation.letter.subject", { number, title }),
    body: lines.filter(Boolean).join("\n\n"),
  };
}

const TIMED = ["open", "restore", "return", "refuse"] as const;

function isTimed(step: ModerationStep): step is (typeof TIMED)[number] {
  return TIMED.some((timed) => timed === step);
}
