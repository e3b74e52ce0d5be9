import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { type Transaction, transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { round, roundStage } from "~db/schema/prioritisation";
import { sealedBallot } from "~db/schema/voting";
import { lockBallotBox } from "./lock-ballot-box.server";

export type Closed = {
  closedAt: Date;
  /** True for the call that shut the box; a later or a twin call finds it shut. */
  first: boolean;
};

/**
 * Shuts the ballot box once its end has come by the database's clock; nothing opens it again (SC-9). Waits for the
 * votes under way, so each acknowledged one is inside. May be called again and by two workers at once (F-9).
 */
export async function closeVoting(
  community: Community,
  roundId: string,
): Promise<Outcome<Closed, "no_such_round" | "not_opened" | "not_due">> {
  return await transaction(async (tx) => {
    await lockBallotBox(tx, community, roundId, "exclusive");
    const own = and(eq(round.communityId, community.id), eq(round.id, roundId));
    const [shut] = await tx
      .update(round)
      .set({ closedAt: sql`clock_timestamp()` })
      .where(and(own, isNotNull(round.lockedAt), isNull(round.closedAt), isDue(community, roundId)))
      .returning({ closedAt: round.closedAt });
    if (shut?.closedAt) {
      const details = await contents(tx, community, roundId);
      await recordAct(tx, community, {
        act: "voting.close",
        actorId: null,
        subjectKind: "round",
        subjectId: roundId,
        details,
      });
      return done({ closedAt: shut.closedAt, first: true });
    }
    const [found] = await tx
      .select({ closedAt: round.closedAt, lockedAt: round.lockedAt })
      .from(round)
      .where(own);
    if (!found) return refused("no_such_round");
    if (found.closedAt) return done({ closedAt: found.closedAt, first: false });
    return refused(found.lockedAt ? "not_due" : "not_opened");
  });
}

function isDue(community: Community, roundId: string) {
  return sql`exists (select from ${roundStage} where ${roundStage.communityId} = ${community.id}
    and ${roundStage.roundId} = ${roundId} and ${roundStage.kind} = 'voting' and ${roundStage.closesAt} <= clock_timestamp())`;
}

/** Number of boxes and one hash over the receipts that count: the box cannot be changed unseen after this (B-6). */
async function contents(tx: Transaction, community: Community, roundId: string) {
  const [row] = await tx
    .select({
      boxes: sql<number>`count(*)::int`,
      receiptsSha256: sql<string>`encode(sha256(convert_to(
        coalesce(string_agg(${sealedBallot.receiptHash}, ',' order by ${sealedBallot.receiptHash} collate "C"), ''), 'UTF8')), 'hex')`,
    })
    .from(sealedBallot)
    .where(and(eq(sealedBallot.communityId, community.id), eq(sealedBallot.roundId, roundId)));
  return { ...row };
}
