import { eq } from "drizzle-orm";
import { database, type Queryable } from "~/platform/database.server";
import { calendarDay } from "~db/schema/communities";
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
