import { and, eq, exists, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { recordStep } from "~/domain/initiatives/record-step.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { projectResult, tally } from "~db/schema/results";

/**
 * Lifts the embargo on a counted result once its day has come by the database's clock, and tells what became of
 * each initiative. May run again and twice at once: the first call alone does it. Too early, it queues itself anew.
 * `origin` is the address of the community for the letters to authors.
 */
export async function publishResult(
  community: Community,
  roundId: string,
  origin: string,
): Promise<Outcome<{ first: boolean }, "no_such_round" | "not_counted" | "not_due">> {
  return await transaction(async (tx) => {
    const own = and(eq(round.communityId, community.id), eq(round.id, roundId));
    const counted = countOf(tx, community, roundId);
    const ahead = stageAhead(tx, community, roundId);
    const [published] = await tx
      .update(round)
      .set({ resultPublishedAt: sql`clock_timestamp()` })
      .where(
        and(
          own,
          isNull(round.resultPublishedAt),
          isNotNull(round.closedAt),
          exists(counted),
          notExists(ahead),
        ),
      )
      .returning({ id: round.id });
    if (published) {
      await settleInitiatives(tx, community, roundId, origin);
      await queueJob(tx, community.id, { kind: "compare-rules", subject: roundId });
      await queueJob(tx, community.id, { kind: "missing-votes", subject: roundId });
      const details = { tallies: (await counted).map(({ sha256 }) => sha256) };
      await recordAct(tx, community, {
        act: "result.publish",
        actorId: null,
        subjectKind: "round",
        subjectId: roundId,
        details,
      });
      return done({ first: true });
    }
    const [found] = await tx.select({ publishedAt: round.resultPublishedAt }).from(round).where(own);
    if (!found) return refused("no_such_round");
    if (found.publishedAt) return done({ first: false });
    const [stage] = await ahead;
    if (stage)
      await queueJob(tx, community.id, { kind: "publish-result", subject: roundId, runAt: stage.opensAt });
    return refused(stage ? "not_due" : "not_counted");
  });
}

function countOf(tx: Transaction, community: Community, roundId: string) {
  return tx
    .select({ sha256: tally.inputSha256 })
    .from(tally)
    .where(and(eq(tally.communityId, community.id), eq(tally.roundId, roundId), isNull(tally.supersededAt)));
}

function stageAhead(tx: Transaction, community: Community, roundId: string) {
  return tx
    .select({ opensAt: roundStage.opensAt })
    .from(roundStage)
    .where(
      and(
        eq(roundStage.communityId, community.id),
        eq(roundStage.roundId, roundId),
        eq(roundStage.kind, "result"),
        sql`${roundStage.opensAt} > clock_timestamp()`,
      ),
    );
}

/** An initiative that was withdrawn meanwhile keeps its state. */
async function settleInitiatives(
  tx: Transaction,
  community: Community,
  roundId: string,
  origin: string,
): Promise<void> {
  const rows = await tx
    .select({ initiativeId: project.initiativeId, funded: projectResult.funded })
    .from(tally)
    .innerJoin(
      projectResult,
      and(eq(projectResult.communityId, tally.communityId), eq(projectResult.tallyId, tally.id)),
    )
    .innerJoin(
      project,
      and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
    )
    .where(and(eq(tally.communityId, community.id), eq(tally.roundId, roundId), isNull(tally.supersededAt)));
  for (const { initiativeId, funded } of rows) {
    if (!initiativeId) continue;
    await recordStep(tx, community, {
      initiativeId,
      step: funded ? "fund" : "not_fund",
      actorId: null,
      origin,
    });
  }
}
