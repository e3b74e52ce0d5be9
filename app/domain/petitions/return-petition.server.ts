import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { type Decision, recordDecision } from "./record-decision.server";

/** Gives a petition back to its author to be put right within the term of the rules. */
export async function returnPetition(community: Community, moderator: Moderator, decision: Decision) {
  return await transaction((tx) => recordDecision(tx, community, moderator, { ...decision, step: "return" }));
}
