import { sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import { transaction } from "~/platform/database.server";
import { calendarDay } from "~db/schema/communities";
import type { CalendarDay } from "./calendar-lines";
import type { Community } from "./community";

/** Adds days to the calendar; one that is there already is replaced. Terms that have begun keep their end. */
export async function addCalendarDays(
  community: Community,
  actorId: string,
  days: readonly CalendarDay[],
): Promise<void> {
  if (days.length === 0) return;
  await transaction(async (tx) => {
    await tx
      .insert(calendarDay)
      .values(days.map((each) => ({ communityId: community.id, ...each })))
      .onConflictDoUpdate({
        target: [calendarDay.communityId, calendarDay.day],
        set: { kind: sql`excluded.kind`, name: sql`excluded.name` },
      });
    await recordAct(tx, community, {
      act: "calendar.add",
      actorId,
      subjectKind: "community",
      subjectId: community.id,
      details: { days: days.map(({ day, kind }) => `${day} ${kind}`) },
    });
  });
}
