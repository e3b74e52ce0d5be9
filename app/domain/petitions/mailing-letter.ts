import type { LetterText, Sender } from "~/domain/identity/letters";
import { formatter } from "~/i18n/format";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { type T, translator } from "~/i18n/translate";
import type { AnswerOutcome } from "./answer";
import type { PetitionStep } from "./petition";
import type { Duty } from "./petition-rules";

/** Steps of which followers are told. */
export const MAILED_STEPS = [
  "reach_threshold",
  "answer",
  "schedule_debate",
  "hold_debate",
  "drop_debate",
  "close",
] as const satisfies readonly PetitionStep[];
export type MailedStep = (typeof MAILED_STEPS)[number];

/** What a letter tells of, as it stands when the letter is written. */
export type News = {
  about: MailedStep;
  number: number;
  /** Null while the text is hidden. */
  title: string | null;
  signatures: number;
  /** Duties that have begun. */
  duties: readonly { duty: Duty; dueAt: Date }[];
  /** Closed below every threshold: what becomes of it. */
  below: "close" | "appeal" | null;
  answer: {
    outcome: AnswerOutcome;
    signedBy: string;
    body: string;
    version: number;
    changeNote: string;
  } | null;
  debate: {
    scheduledFor: Date;
    place: string;
    meetingAddress: string;
    minutesAddress: string;
    notHeldReason: string | null;
  } | null;
};

const EXCERPT = 600;

/** The letter on a step in one reader's language. `leave` is the address to get no more; the author has none. */
export function mailingLetter(
  news: News,
  { community, origin }: Sender,
  language: Locale,
  leave: string | null,
): LetterText {
  const t = translator(language);
  const { number, title, about } = news;
  const name = localText(community.name, language).text;
  const petition = title
    ? t("answers.letter.petition", { number, title })
    : t("answers.letter.hidden", { number });
  const isCorrection = about === "answer" && (news.answer?.version ?? 1) > 1;
  const lines = [
    t(`answers.letter.about.${isCorrection ? "correction" : about}`, { petition }),
    ...detailsOf(t, news, formatter(language, community.zone, community.currency)),
    t("answers.letter.page", { link: `${origin}/${language}/petitions/${number}` }),
    leave && t("answers.letter.leave", { link: leave }),
    `-- \n${name}\n${origin}/${language}\n`,
  ];
  return {
    subject: t(`answers.letter.subject.${isCorrection ? "correction" : about}`, { number }),
    body: lines.filter(Boolean).join("\n\n"),
  };
}

type Format = ReturnType<typeof formatter>;

function detailsOf(t: T, news: News, format: Format): (string | null)[] {
  switch (news.about) {
    case "reach_threshold":
      return dutyLines(t, news, format);
    case "close":
      return [
        t("answers.letter.collected", { count: news.signatures }),
        news.below && t(`answers.below.${news.below}`),
        ...dutyLines(t, news, format),
      ];
    case "answer":
      return answerLines(t, news);
    default:
      return debateLines(t, news, format);
  }
}

function dutyLines(t: T, { duties }: News, format: Format): string[] {
  return duties.map(({ duty, dueAt }) =>
    t(`answers.letter.duty.${duty}`, { date: format.deadlineZone(dueAt) }),
  );
}

function answerLines(t: T, { answer }: News): (string | null)[] {
  if (!answer) return [];
  return [
    answer.changeNote && t("answers.letter.changed", { note: answer.changeNote }),
    `${t(`answers.outcome.${answer.outcome}`)}. ${t("answers.letter.signedBy", { name: answer.signedBy })}`,
    excerpt(answer.body),
  ];
}

function debateLines(t: T, { about, debate }: News, format: Format): (string | null)[] {
  if (!debate) return [];
  const { scheduledFor, place, meetingAddress, minutesAddress, notHeldReason } = debate;
  return [
    t("answers.letter.when", { date: format.dateTimeZone(scheduledFor) }),
    about === "schedule_debate" ? t("answers.letter.place", { place }) : null,
    about === "schedule_debate" && meetingAddress
      ? t("answers.letter.meeting", { link: meetingAddress })
      : null,
    about === "hold_debate" && minutesAddress ? t("answers.letter.minutes", { link: minutesAddress }) : null,
    about === "drop_debate" ? t("answers.letter.reason", { reason: notHeldReason ?? "" }) : null,
  ];
}

/** The beginning of a long text, cut between words. */
function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  const beginning = text.slice(0, EXCERPT);
  return `${beginning.slice(0, beginning.lastIndexOf(" ")).trimEnd()}…`;
}
