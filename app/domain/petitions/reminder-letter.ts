import type { LetterText, Sender } from "~/domain/identity/letters";
import { formatter } from "~/i18n/format";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { Duty } from "./petition-rules";

export type PressingDuty = { number: number; title: string; duty: Duty; dueAt: Date; overdue: boolean };

/** What a clerk has to see to: one letter for all petitions, the longest overdue first. */
export function reminderLetter(
  duties: readonly PressingDuty[],
  { community, origin }: Sender,
  language: Locale,
): LetterText {
  const t = translator(language);
  const format = formatter(language, community.zone, community.currency);
  const name = localText(community.name, language).text;
  const overdue = duties.filter((duty) => duty.overdue).length;
  const lines = duties.map(({ number, title, duty, dueAt, overdue: isLate }) => {
    const date = format.deadlineZone(dueAt);
    const act = duty === "answer" ? "answer" : "debate";
    return [
      t("answers.letter.petition", { number, title }),
      t(`answers.reminder.${isLate ? "overdue" : "due"}.${duty}`, { date }),
      `${origin}/${language}/admin/petitions/${number}/${act}`,
    ].join("\n");
  });
  return {
    subject: t("answers.reminder.subject", { count: duties.length, overdue }),
    body: [t("answers.reminder.lead"), ...lines, `-- \n${name}\n${origin}/${language}\n`].join("\n\n"),
  };
}
