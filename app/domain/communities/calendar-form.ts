import { z } from "zod";
import { type Locale, locales } from "~/i18n/locales";
import { type CalendarDay, DAY_KINDS } from "./calendar-lines";
import { isPlainName } from "./plain-name";

const name = z.string().trim().refine(isPlainName, "errors.invalid").default("");

export const calendarDayForm = z.strictObject({
  day: z.string().max(20).default(""),
  kind: z.enum(DAY_KINDS, "moderation.error.choose"),
  ...(Object.fromEntries(locales.map((locale) => [`name_${locale}`, name])) as Record<
    `name_${Locale}`,
    typeof name
  >),
});

export const calendarLinesForm = z.strictObject({ lines: z.string().trim().min(1).max(40_000) });

/** The day of a filled form, its name in the community's languages. */
export function dayOf(answers: z.output<typeof calendarDayForm>, languages: readonly Locale[]): CalendarDay {
  const names = languages.map((language) => [language, answers[`name_${language}`]]);
  const { day, kind } = answers;
  return { day, kind, name: Object.fromEntries(names.filter(([, text]) => text !== "")) };
}
