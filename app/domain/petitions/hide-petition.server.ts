import { and, isNull, notInArray, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { type Decision, recordDecision } from "./record-decision.server";

/** Hides the text of a public petition: from now on only moderators read it. */
export async function hidePetition(community: Community, moderator: Moderator, decision: Decision) {
  const set = { hiddenAt: sql`clock_timestamp()` };
  const isShown = notInArray(petition.state, ["gathering", "moderation", "returned"]);
  const where = and(isNull(petition.hiddenAt), isShown);
  return await transaction((tx) =>
    recordDecision(tx, community, moderator, { ...decision, step: "hide", set, where }),
  );
}
