import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { quarantine } from "~db/schema/signature-checks";
import { holdPetition } from "./hold-petition.server";

type Decision = { quarantineId: string; decision: "annulled" | "released" };

/**
 * The word of the second person: the signatures are taken out of the count, or let go (S-10). Who and whether it is
 * still open are decided in the statement (S-11), so of two who decide at once one does. The rows are a job's work.
 */
export async function decideQuarantine(
  community: Community,
  moderator: Moderator,
  { quarantineId, decision }: Decision,
): Promise<Outcome<undefined, "own_proposal" | "decided" | "wiped">> {
  return await transaction(async (tx) => {
    const own = and(eq(quarantine.communityId, community.id), eq(quarantine.id, quarantineId));
    const [found] = await tx
      .select({ petitionId: quarantine.petitionId, proposedBy: quarantine.proposedBy })
      .from(quarantine)
      .where(own);
    if (!found) throw new Response(null, { status: 404 });
    if (found.proposedBy === moderator.id) return refused("own_proposal");
    if (!(await holdPetition(tx, community, found.petitionId))) return refused("wiped");
    const decided = await tx
      .update(quarantine)
      .set({ decision, decidedBy: moderator.id, decidedAt: sql`clock_timestamp()` })
      .where(and(own, isNull(quarantine.decision), ne(quarantine.proposedBy, moderator.id)))
      .returning({ id: quarantine.id });
    if (decided.length === 0) return refused("decided");
    await recordAct(tx, community, {
      act: `quarantine.${decision === "annulled" ? "annul" : "release"}`,
      actorId: moderator.id,
      subjectKind: "quarantine",
      subjectId: quarantineId,
      details: { petitionId: found.petitionId },
    });
    if (decision === "annulled")
      await queueJob(tx, community.id, { kind: "annul-signatures", subject: quarantineId });
    return done();
  });
}
