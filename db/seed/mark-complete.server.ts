import { and, eq } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";

const ACT = "demo.complete";

/** Every part of the demonstration is there. */
export async function markComplete(community: Community): Promise<void> {
  await transaction((tx) =>
    recordAct(tx, community, { act: ACT, actorId: null, subjectKind: "community", subjectId: community.id }),
  );
}

export async function isComplete(community: Community): Promise<boolean> {
  const marks = await database().$count(
    auditEvent,
    and(
      eq(auditEvent.communityId, community.id),
      eq(auditEvent.subjectId, community.id),
      eq(auditEvent.act, ACT),
    ),
  );
  return marks > 0;
}
