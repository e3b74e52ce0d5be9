import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import type { PetitionRules } from "./petition-rules";
import { recordPetitionStep } from "./record-petition-step.server";
import { findTermEnd } from "./term-queries.server";

/** First signatories are found: the petition goes to the moderators. The instant by which they decide, or null if it had gone. */
export async function startModeration(
  tx: Transaction,
  community: Community,
  { id, rules }: { id: string; rules: Pick<PetitionRules, "moderation"> },
): Promise<Date | null> {
  const dueAt = await findTermEnd(tx, community, rules.moderation);
  const moved = await recordPetitionStep(tx, community, {
    petitionId: id,
    step: "second",
    actorId: null,
    dueAt,
    set: { moderationDueAt: sql`${dueAt.toISOString()}::timestamptz` },
  });
  return moved.done ? dueAt : null;
}
