import { and, asc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { roundStage } from "~db/schema/prioritisation";
import type { StatusDates } from "./status";

/** The stages of a round in the order they open. */
export async function listStages(community: Community, roundId: string) {
  return await database()
    .select({ kind: roundStage.kind, opensAt: roundStage.opensAt, closesAt: roundStage.closesAt })
    .from(roundStage)
    .where(and(eq(roundStage.communityId, community.id), eq(roundStage.roundId, roundId)))
    .orderBy(asc(roundStage.opensAt), asc(roundStage.closesAt));
}

/** The dates that the status sentence of an initiative may name. */
export async function findStatusDates(
  community: Community,
  roundId: string,
  events: readonly { step: string; dueAt: Date | null }[],
): Promise<StatusDates> {
  const stages = await listStages(community, roundId);
  const voting = stages.find(({ kind }) => kind === "voting");
  return {
    screeningEnds: stages.find(({ kind }) => kind === "screening")?.closesAt ?? null,
    votingOpens: voting?.opensAt ?? null,
    votingCloses: voting?.closesAt ?? null,
    reworkDue: events.find(({ step }) => step === "return")?.dueAt ?? null,
  };
}
