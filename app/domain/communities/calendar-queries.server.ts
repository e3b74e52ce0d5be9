import { and, asc, between, eq } from "drizzle-orm";
import { database, type Queryable } from "~/platform/database.server";
import { calendarDay } from "~db/schema/communities";
import type { CalendarDay } from "./calendar-lines";
import type { Community } from "./community";
import type { WorkCalendar } from "./working-days";

/** The days on which a community's week differs from the usual one. */
export async function findWorkCalendar(
  community: Community,
  from: Queryable = database(),
): Promise<WorkCalendar> {
  const days = await from
    .select({ day: calendarDay.day, kind: calendarDay.kind })
    .from(calendarDay)
    .where(eq(calendarDay.communityId, community.id));
  const of = (wanted: (typeof days)[number]["kind"]) =>
    new Set(days.filter(({ kind }) => kind === wanted).map(({ day }) => day));
  return { holidays: of("holiday"), working: of("working") };
}

/** The days of a year on which a community's week differs, in order. */
export async function listCalendarDays(community: Community, year: number): Promise<CalendarDay[]> {
  return await database()
    .select({ day: calendarDay.day, kind: calendarDay.kind, name: calendarDay.name })
    .from(calendarDay)
    .where(
      and(
        eq(calendarDay.communityId, community.id),
        between(calendarDay.day, `${year}-01-01`, `${year}-12-31`),
      ),
    )
    .orderBy(asc(calendarDay.day));
}
