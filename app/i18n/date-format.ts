import { intlTags, type Locale } from "./locales";
import type { MessageKey } from "./messages";
import { translator } from "./translate";

/** An instant, or a calendar day as `YYYY-MM-DD`, which has no zone. */
export type Moment = Date | string;

export type DateFormat = {
  /** 30 November 2026 */
  date(moment: Moment): string;
  /** 30 November */
  day(moment: Moment): string;
  /** 2026 */
  year(moment: Moment): string;
  /** Monday 30 November */
  weekday(moment: Moment): string;
  /** 18:00 */
  time(instant: Date): string;
  /** 30 November 2026, 18:00 */
  dateTime(instant: Date): string;
  /** 30 November 2026, 18:00 (Kyiv time) */
  dateTimeZone(instant: Date): string;
  /** 30 November 2026, 24:00. An end, itself excluded: nobody reads "1 December, 00:00" as the evening before. */
  deadline(end: Date): string;
  /** 30 November 2026, 24:00 (Kyiv time) */
  deadlineZone(end: Date): string;
  /** 30 November – 9 December 2026 */
  dateRange(from: Moment, to: Moment): string;
  /** Kyiv time */
  zoneName(): string;
  /** "9 days left", "last day", "closed": calendar days of the zone before an end that is itself excluded. */
  daysLeft(end: Date, now: Date): string;
  /** The same in two parts, for the large figure of a list: "9" and "days left", "18:00" and "last day". */
  countdown(end: Date, now: Date): { big: string; small: string };
  /** "3 days ago", "yesterday", "in 2 hours" */
  relative(instant: Date, now: Date): string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Dates of one language in one IANA zone. */
export function dateFormat(locale: Locale, zone: string): DateFormat {
  const t = translator(locale);
  const inZone = (options: Intl.DateTimeFormatOptions) => zonedFormat(intlTags[locale], zone, options);
  const date = inZone({ day: "numeric", month: "long", year: "numeric" });
  const day = inZone({ day: "numeric", month: "long" });
  const year = inZone({ year: "numeric" });
  const weekday = inZone({ weekday: "long", day: "numeric", month: "long" });
  const time = inZone({ hour: "2-digit", minute: "2-digit" });
  const calendarDay = zonedFormat("sv-SE", zone, { dateStyle: "short" });
  const distance = new Intl.RelativeTimeFormat(intlTags[locale], { numeric: "auto" });

  const dayNumber = (moment: Moment) => Date.parse(calendarDay.format(moment)) / DAY;
  const dateTime = (instant: Date) => `${date.format(instant)}, ${time.format(instant)}`;
  const deadline = (end: Date) =>
    time.format(end) === "00:00" ? `${date.format(new Date(end.getTime() - 1))}, 24:00` : dateTime(end);
  const zoneName = () => nameOfZone(locale, zone);
  const daysBefore = (end: Date, now: Date) => dayNumber(new Date(end.getTime() - 1)) - dayNumber(now);
  return {
    date: date.format,
    day: day.format,
    year: year.format,
    weekday: weekday.format,
    time: time.format,
    dateTime,
    dateTimeZone: (instant) => `${dateTime(instant)} (${zoneName()})`,
    deadline,
    deadlineZone: (end) => `${deadline(end)} (${zoneName()})`,
    dateRange: date.formatRange,
    zoneName,
    daysLeft: (end, now) => {
      if (end <= now) return t("common.time.closed");
      const days = daysBefore(end, now);
      return days === 0 ? t("common.time.lastDay") : t("common.time.daysLeft", { days });
    },
    countdown: (end, now) => {
      if (end <= now) return { big: day.format(end), small: t("common.time.closed") };
      const days = daysBefore(end, now);
      if (days > 0) return { big: String(days), small: t("common.time.countdown", { days }) };
      const clock = time.format(end);
      return { big: clock === "00:00" ? "24:00" : clock, small: t("common.time.countdownLastDay") };
    },
    relative: (instant, now) => {
      const apart = instant.getTime() - now.getTime();
      if (Math.abs(apart) < HOUR) return distance.format(Math.round(apart / MINUTE), "minute");
      const days = dayNumber(instant) - dayNumber(now);
      return days === 0 ? distance.format(Math.round(apart / HOUR), "hour") : distance.format(days, "day");
    },
  };
}

type ZonedFormat = { format(moment: Moment): string; formatRange(from: Moment, to: Moment): string };

/** A calendar day is the same day in every zone: it is read and written in UTC. */
function zonedFormat(tag: string, zone: string, options: Intl.DateTimeFormatOptions): ZonedFormat {
  const instants = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
  const days = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
  return {
    format: (moment) =>
      withoutYearWord(typeof moment === "string" ? days.format(Date.parse(moment)) : instants.format(moment)),
    formatRange: (from, to) =>
      withoutYearWord(
        typeof from === "string" && typeof to === "string"
          ? days.formatRange(Date.parse(from), Date.parse(to))
          : instants.formatRange(new Date(from), new Date(to)),
      ),
  };
}

/** `Intl` ends uk and ru dates in "р." and "г."; the abbreviation doubles the full stop of a sentence. */
function withoutYearWord(date: string): string {
  return date.replace(/\s[рг]\.$/u, "");
}

/** `Intl` calls Kyiv's time "Eastern European"; people look for the city. */
const zoneMessages: Record<string, MessageKey | undefined> = {
  "Europe/Kyiv": "common.zone.kyiv",
  "Europe/Kiev": "common.zone.kyiv",
  "Europe/Kirov": "common.zone.moscow",
  "Europe/Moscow": "common.zone.moscow",
  "Europe/Warsaw": "common.zone.warsaw",
  "Asia/Yekaterinburg": "common.zone.yekaterinburg",
  "Asia/Krasnoyarsk": "common.zone.krasnoyarsk",
  UTC: "common.zone.utc",
};

function nameOfZone(locale: Locale, zone: string): string {
  const own = zoneMessages[zone];
  if (own) return translator(locale)(own);
  const parts = new Intl.DateTimeFormat(intlTags[locale], { timeZone: zone, timeZoneName: "longGeneric" });
  return parts.formatToParts(0).find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
