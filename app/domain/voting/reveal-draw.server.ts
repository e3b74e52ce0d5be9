import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { type Transaction, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { round } from "~db/schema/prioritisation";
import { roundDraw } from "~db/schema/voting";

export type RevealRefusal = "no_draw" | "draw_not_closed" | "draw_revealed";

/**
 * Enters the public value of a round's draw, once and for good, after its vote has closed by the database's clock.
 * From here on the seed is public. The count that has waited for it is queued.
 */
export async function revealDraw(
  community: Community,
  administrator: Administrator,
  { roundId, publicValue }: { roundId: string; publicValue: string },
): Promise<Outcome<{ seed: string; commitment: string }, RevealRefusal>> {
  return await transaction(async (tx) => {
    const own = and(eq(roundDraw.communityId, community.id), eq(roundDraw.roundId, roundId));
    const [drawn] = await tx
      .update(roundDraw)
      .set({ publicValue, enteredBy: administrator.id, revealedAt: sql`clock_timestamp()` })
      .where(and(own, isNull(roundDraw.publicValue), isClosed(community, roundId)))
      .returning({ seed: roundDraw.seed, commitment: roundDraw.commitment });
    if (!drawn) return refused(await whyNot(tx, own));
    await recordAct(tx, community, {
      act: "draw.revealed",
      actorId: administrator.id,
      subjectKind: "round",
      subjectId: roundId,
      details: { publicValue, ...drawn },
    });
    await queueJob(tx, community.id, { kind: "close-and-count", subject: roundId });
    return done(drawn);
  });
}

function isClosed(community: Community, roundId: string) {
  return sql`exists (select from ${round} where ${round.communityId} = ${community.id} and ${round.id} = ${roundId}
    and ${round.closedAt} <= clock_timestamp() and ${round.rules} ->> 'tieOrder' = 'draw')`;
}

async function whyNot(tx: Transaction, own: ReturnType<typeof and>): Promise<RevealRefusal> {
  const [found] = await tx.select({ publicValue: roundDraw.publicValue }).from(roundDraw).where(own);
  if (!found) return "no_draw";
  return found.publicValue === null ? "draw_not_closed" : "draw_revealed";
}
