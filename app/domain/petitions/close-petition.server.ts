import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Transaction, transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition } from "~db/schema/petitions";
import { thresholdFact } from "~db/schema/signatures";
import { countSignatures } from "./count-signatures.server";
import { queueMailing } from "./queue-mailing.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { recordThresholds } from "./record-thresholds.server";
import { wipeTime } from "./wipe-time.server";

/** True for the call that closed it. */
type Closed = { first: boolean };

/**
 * The count of the worker comes within a second and is left to it; ten seconds are more than transactions under way
 * may keep it back.
 */
const PAUSE_MS = 200;
const PAUSES = 50;
const LEFT_TO_WORKER = 8;

/**
 * Closes a petition once its end has come by the database's clock, in three steps that may each be repeated: shut
 * the door, count all that came in before, then record the end. Below the lowest threshold it becomes an appeal
 * where the rules say so. Nothing opens the door again, so an extension is impossible.
 */
export async function closePetition(
  community: Community,
  petitionId: string,
): Promise<Outcome<Closed, "no_such_petition" | "not_due" | "not_counted">> {
  const shut = await transaction((tx) => shutDoor(tx, community, petitionId));
  if (!shut.done) return shut;
  for (let round = 0; !(await isCounted(community, shut.value.bound)); round += 1) {
    if (round === PAUSES) return refused("not_counted");
    if (round >= LEFT_TO_WORKER) await countSignatures(community);
    await sleep(PAUSE_MS);
  }
  return done({ first: await transaction((tx) => recordEnd(tx, community, petitionId)) });
}

/**
 * The lock waits for signatures under way, which hold the row of their petition from the check of the deadline on;
 * whoever checked before and locks after finds the door shut (SC-9). `bound` is above all their transactions.
 */
async function shutDoor(
  tx: Transaction,
  community: Community,
  petitionId: string,
): Promise<Outcome<{ bound: string }, "no_such_petition" | "not_due">> {
  const own = and(eq(petition.communityId, community.id), eq(petition.id, petitionId));
  const isOver = sql<boolean>`coalesce(${petition.closesAt} <= clock_timestamp(), false)`;
  const [found] = await tx.select({ isOver }).from(petition).where(own);
  if (!found) return refused("no_such_petition");
  if (!found.isOver) return refused("not_due");
  await tx.select({ id: petition.id }).from(petition).where(own).for("update");
  await tx
    .update(petition)
    .set({ closedAt: sql`clock_timestamp()` })
    .where(and(own, eq(petition.state, "open"), isNull(petition.closedAt), isOver));
  const [after] = await tx.execute<{ bound: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as bound`,
  );
  return done({ bound: after?.bound ?? "" });
}

async function isCounted(community: Community, bound: string): Promise<boolean> {
  const [row] = await database().execute<{ isCounted: boolean }>(sql`
    select w.watermark >= ${bound}::xid8 or not exists (select from signature s
        where s.community_id = ${community.id}::uuid and s.written >= w.watermark and s.written < ${bound}::xid8)
      and not exists (select from signature_annulment a
        where a.community_id = ${community.id}::uuid and a.written >= w.watermark and a.written < ${bound}::xid8)
      as "isCounted"
    from (select coalesce(max(w.watermark::text), '0')::xid8 as watermark from signature_watermark w
      where w.community_id = ${community.id}::uuid) w`);
  return row?.isCounted ?? false;
}

async function recordEnd(tx: Transaction, community: Community, petitionId: string): Promise<boolean> {
  const closed = await recordPetitionStep(tx, community, {
    petitionId,
    step: "close",
    actorId: null,
    set: { wipeAt: wipeTime() },
    where: isNotNull(petition.closedAt),
  });
  if (!closed.done) return false;
  // First signatories may have been enough, and nobody may have signed since it was opened.
  await recordThresholds(tx, community, [petitionId]);
  if (await becomesAppeal(tx, community, petitionId))
    await recordPetitionStep(tx, community, { petitionId, step: "become_appeal", actorId: null });
  await queueMailing(tx, community, { petitionId, about: "close" });
  return true;
}

async function becomesAppeal(tx: Transaction, community: Community, petitionId: string): Promise<boolean> {
  const facts = tx
    .select({ threshold: thresholdFact.threshold })
    .from(thresholdFact)
    .where(and(eq(thresholdFact.communityId, community.id), eq(thresholdFact.petitionId, petitionId)));
  const [row] = await tx
    .select({ id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.id, petitionId),
        sql`${petition.rules}->>'belowThreshold' = 'appeal'`,
        sql`not exists ${facts}`,
      ),
    );
  return row !== undefined;
}
