import { and, eq } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import { transaction } from "~/platform/database.server";
import { calendarDay } from "~db/schema/communities";
import type { Community } from "./community";

/** Takes a day out of the calendar; nothing happens when it is not there. */
export async function removeCalendarDay(community: Community, actorId: string, day: string): Promise<void> {
  await transaction(async (tx) => {
    const removed = await tx
      .delete(calendarDay)
      .where(and(eq(calendarDay.communityId, community.id), eq(calendarDay.day, day)))
      .returning({ kind: calendarDay.kind });
    if (removed.length === 0) return;
    await recordAct(tx, community, {
      act: "calendar.remove",
      actorId,
      subjectKind: "community",
      subjectId: community.id,
      details: { day },
    });
  });
}
