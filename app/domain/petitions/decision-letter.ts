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
  /** A refusal that hides the text as well. */
  hide: boolean;
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
  const { step, number, title, language, ground, note, hide, dueAt, page } = news;
  const t = translator(language);
  const date = dueAt && formatter(language, zone, currency).deadlineZone(dueAt);
  const lines = [
    t(`moderation.letter.step.${step}`, { number, title }),
    ground && `${t(`petitions.ground.${ground}`)}. ${t(`petitions.rule.${ground}`)}`,
    note,
    hide && t("moderation.letter.hidden"),
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
