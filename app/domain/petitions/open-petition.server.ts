import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { type Decision, recordDecision } from "./record-decision.server";

/** Opens a petition for signatures under the newest rules, from now on frozen into it. */
export async function openPetition(community: Community, moderator: Moderator, decision: Decision) {
  return await transaction((tx) => recordDecision(tx, community, moderator, { ...decision, step: "open" }));
}
