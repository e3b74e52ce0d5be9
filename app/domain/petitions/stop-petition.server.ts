import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { type Decision, recordDecision } from "./record-decision.server";
import { wipeTime } from "./wipe-time.server";

/** Ends the collection of signatures before its time, for a reason that is public. */
export async function stopPetition(community: Community, moderator: Moderator, decision: Decision) {
  const set = { closedAt: sql`clock_timestamp()`, wipeAt: wipeTime() };
  return await transaction((tx) =>
    recordDecision(tx, community, moderator, { ...decision, step: "stop", set }),
  );
}
