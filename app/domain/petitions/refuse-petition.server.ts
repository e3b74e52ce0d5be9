import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { type Decision, recordDecision } from "./record-decision.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { wipeTime } from "./wipe-time.server";

/** Refuses a petition on a coded ground; an unlawful text is hidden in the same act. */
export async function refusePetition(community: Community, moderator: Moderator, decision: Decision) {
  const { petitionId, answers } = decision;
  const set = {
    wipeAt: wipeTime(),
    hiddenAt: answers.hide ? sql`clock_timestamp()` : null,
  };
  return await transaction(async (tx) => {
    const refusal = await recordDecision(tx, community, moderator, { ...decision, step: "refuse", set });
    if (!refusal.done || !answers.hide) return refusal;
    const ground = answers.ground ?? undefined;
    await recordPetitionStep(tx, community, { petitionId, step: "hide", actorId: moderator.id, ground });
    return refusal;
  });
}
