import { isNotNull } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { type Decision, recordDecision } from "./record-decision.server";

/** Shows a hidden text again. */
export async function showPetition(community: Community, moderator: Moderator, decision: Decision) {
  const where = isNotNull(petition.hiddenAt);
  return await transaction((tx) =>
    recordDecision(tx, community, moderator, { ...decision, step: "show", set: { hiddenAt: null }, where }),
  );
}
