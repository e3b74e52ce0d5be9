import type { LocalText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { isPlainName } from "./plain-name";

export const DAY_KINDS = ["holiday", "working"] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A day on which the week of a community differs from the usual one; `day` is `YYYY-MM-DD`. */
export type CalendarDay = { day: string; kind: DayKind; name: LocalText };

export type DayFault = "line_shape" | "day" | "kind" | "name" | "weekday_works" | "twice";
export type LineProblem = { line: number; code: DayFault };

export const MOST_LINES = 400;

/** What a single day gets wrong. A weekday is worked anyway, so only a Saturday or Sunday can be moved. */
export function dayFault({ day, kind, name }: CalendarDay): DayFault | null {
  if (!isDay(day)) return "day";
  if (Object.keys(name).length === 0) return "name";
  return kind === "working" && !isWeekend(day) ? "weekday_works" : null;
}

/** Lines `YYYY-MM-DD;holiday;name`, names in the order of the community's languages; empty lines do not matter. */
export function readCalendarLines(
  text: string,
  languages: readonly Locale[],
): { days: CalendarDay[]; problems: LineProblem[] } {
  const days: CalendarDay[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const [index, row] of text.split("\n").entries()) {
    if (row.trim() === "") continue;
    const read = readLine(row, languages);
    const code = typeof read === "string" ? read : seen.has(read.day) ? "twice" : null;
    if (code) problems.push({ line: index + 1, code });
    else if (typeof read !== "string") {
      seen.add(read.day);
      days.push(read);
    }
  }
  return { days, problems };
}

function readLine(row: string, languages: readonly Locale[]): CalendarDay | DayFault {
  const [day = "", given = "", ...names] = row.split(";").map((part) => part.trim());
  if (names.length === 0 || names.length > languages.length) return "line_shape";
  const kind = DAY_KINDS.find((known) => known === given);
  if (!kind) return "kind";
  if (names.some((name) => name !== "" && !isPlainName(name))) return "name";
  const entries = languages.flatMap((language, place) => {
    const name = names[place];
    return name ? [[language, name] as const] : [];
  });
  const read = { day, kind, name: Object.fromEntries(entries) };
  return dayFault(read) ?? read;
}

/** The same days as lines again, for a form that is still to be confirmed. */
export function calendarLines(days: readonly CalendarDay[], languages: readonly Locale[]): string {
  return days
    .map(({ day, kind, name }) => [day, kind, ...languages.map((each) => name[each] ?? "")].join(";"))
    .join("\n");
}

/** A real day from 2000 to 2099. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
