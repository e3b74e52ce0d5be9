import { and, eq, exists, ne, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { type Transaction, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { auditEvent } from "~db/schema/audit";
import { quarantine } from "~db/schema/signature-checks";
import { holdPetition } from "./hold-petition.server";

/**
 * Takes an annulment back: anybody but the one who annulled may (S-10), once the annulment has been carried out.
 * `decided_by` goes on naming who annulled; who restored stands in the record of the act.
 */
export async function restoreSignatures(
  community: Community,
  moderator: Moderator,
  quarantineId: string,
): Promise<Outcome<undefined, "own_annulment" | "not_annulled" | "wiped">> {
  return await transaction(async (tx) => {
    const own = and(eq(quarantine.communityId, community.id), eq(quarantine.id, quarantineId));
    const [found] = await tx
      .select({ petitionId: quarantine.petitionId, decidedBy: quarantine.decidedBy })
      .from(quarantine)
      .where(own);
    if (!found) throw new Response(null, { status: 404 });
    if (found.decidedBy === moderator.id) return refused("own_annulment");
    if (!(await holdPetition(tx, community, found.petitionId))) return refused("wiped");
    const carriedOut = carriedOutMark(tx, community, quarantineId);
    const restored = await tx
      .update(quarantine)
      .set({ decision: "restored", decidedAt: sql`clock_timestamp()` })
      .where(
        and(
          own,
          eq(quarantine.decision, "annulled"),
          ne(quarantine.decidedBy, moderator.id),
          exists(carriedOut),
        ),
      )
      .returning({ id: quarantine.id });
    if (restored.length === 0) return refused("not_annulled");
    await recordAct(tx, community, {
      act: "quarantine.restore",
      actorId: moderator.id,
      subjectKind: "quarantine",
      subjectId: quarantineId,
      details: { petitionId: found.petitionId },
    });
    await queueJob(tx, community.id, { kind: "restore-signatures", subject: quarantineId });
    return done();
  });
}

function carriedOutMark(tx: Transaction, community: Community, quarantineId: string) {
  return tx
    .select({ id: auditEvent.id })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.communityId, community.id),
        eq(auditEvent.subjectKind, "quarantine"),
        eq(auditEvent.subjectId, quarantineId),
        eq(auditEvent.act, "quarantine.annulled"),
      ),
    );
}
