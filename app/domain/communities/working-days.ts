import { readWallTime, showWallTime } from "./wall-time";

/** A length of time as rules and acts give it: full days, or working days of the community's calendar. */
export type Term = { days: number; unit: "calendar" | "working" };

/** Days that differ from the usual week, `YYYY-MM-DD`: free weekdays and worked weekend days. */
export type WorkCalendar = { holidays: ReadonlySet<string>; working: ReadonlySet<string> };

const DAY = 86_400_000;
/** A calendar that names every day a holiday would never end; no legal term runs for ten years. */
const LONGEST_WALK = 3_660;

/** Monday to Friday, unless the calendar says otherwise. `day` is `YYYY-MM-DD`. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  if (calendar.holidays.has(day)) return false;
  if (calendar.working.has(day)) return true;
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The last instant of a term that begins on the day after `from`: midnight at the end of its last day in the zone.
 * @throws {RangeError} when the calendar has no such working day within ten years
 */
export function termEnd(from: Date, { days, unit }: Term, zone: string, calendar: WorkCalendar): Date {
  let day = Date.parse(`${showWallTime(from, zone).slice(0, 10)}T00:00Z`);
  for (let left = days, walked = 0; left > 0; walked += 1) {
    if (walked > LONGEST_WALK) throw new RangeError("The calendar has too few working days.");
    day += DAY;
    if (unit === "calendar" || isWorkingDay(dayText(day), calendar)) left -= 1;
  }
  const midnight = readWallTime(`${dayText(day + DAY)}T00:00`, zone);
  if (!midnight) throw new RangeError(`There is no midnight after ${dayText(day)}.`);
  return midnight.instant;
}

function dayText(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
