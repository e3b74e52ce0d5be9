import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Transaction, transaction } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { signatureWatermark } from "~db/schema/signatures";
import { addToCounts } from "./add-to-counts.server";
import { countAnew } from "./count-anew.server";
import { recordThresholds } from "./record-thresholds.server";
import { readWatermark, type Watermark } from "./watermark-queries.server";

/** `twin`: another count was at work, this one changed nothing. `held_back`: an older transaction is under way. */
export type Counting = "counted" | "idle" | "held_back" | "twin";

/** Seconds after which even an idle count says when it last looked, and after which a stalled one alarms (SC-4). */
const SAY_COUNTED_AFTER = 30;
const STALLED_AFTER = 5;
/** The first count of a large import takes longer than a request may. */
const TIME_LIMIT = 120_000;

/**
 * Adds what has been signed and annulled since the last count to the published counts, and records thresholds that
 * are thereby reached (SC-3). Its cost grows with the new rows only. Takes the rows from the old watermark up to the
 * oldest transaction that has not ended, so that a late commit is never skipped; the watermark moves in the same
 * transaction and only from where it was read, so that a twin changes nothing.
 */
export async function countSignatures(community: Community): Promise<Counting> {
  const mark = await readWatermark(community);
  if (mark.hasMoved) return await countAnew(community);
  if (!mark.hasNew) return await rest(community, mark);
  const from = mark.watermark ?? "0";
  const counted = await transaction(
    async (tx) => {
      if (!(await moveWatermark(tx, community, mark))) return false;
      const changed = await addToCounts(tx, community, changesBetween(community, from, mark.top));
      await recordThresholds(tx, community, changed);
      return true;
    },
    { statementTimeout: TIME_LIMIT },
  );
  if (counted) return "counted";
  log.error(
    { community: community.id },
    "signatures were being counted twice at once: the twin changed nothing",
  );
  return "twin";
}

/** Takes the row of the watermark first, so that a twin waits here and then finds the watermark moved. */
async function moveWatermark(tx: Transaction, community: Community, mark: Watermark): Promise<boolean> {
  const { top, systemIdentifier, watermark } = mark;
  const countedAt = sql`clock_timestamp()`;
  const moved =
    watermark === null
      ? await tx
          .insert(signatureWatermark)
          .values({
            communityId: community.id,
            watermark: top,
            systemIdentifier,
            countedAt,
            recountedAt: countedAt,
          })
          .onConflictDoNothing()
          .returning({ watermark: signatureWatermark.watermark })
      : await tx
          .update(signatureWatermark)
          .set({ watermark: top, countedAt })
          .where(
            and(
              eq(signatureWatermark.communityId, community.id),
              eq(signatureWatermark.watermark, watermark),
            ),
          )
          .returning({ watermark: signatureWatermark.watermark });
  return moved.length === 1;
}

/**
 * An annulment takes from, or gives back to, the cells of its signature. Its signature is never behind: it had been
 * committed when the annulment was written, so whatever lets the one be counted lets the other.
 */
function changesBetween(community: Community, old: string, top: string) {
  return sql`
    select s.petition_id, s.district_id, s.channel, s.signed_at, 1 as signatures, 0 as annulled
    from signature s
    where s.community_id = ${community.id}::uuid and s.written >= ${old}::xid8 and s.written < ${top}::xid8
    union all
    select s.petition_id, s.district_id, s.channel, s.signed_at,
      case a.number % 2 when 1 then -1 else 1 end, case a.number % 2 when 1 then 1 else -1 end
    from signature_annulment a
    join signature s on s.community_id = a.community_id and s.petition_id = a.petition_id
      and s.signer_key = a.signer_key
    where a.community_id = ${community.id}::uuid and a.written >= ${old}::xid8 and a.written < ${top}::xid8`;
}

async function rest(community: Community, { heldBack, age }: Watermark): Promise<Counting> {
  if (heldBack !== null) {
    if (heldBack > STALLED_AFTER)
      log.error({ community: community.id, seconds: heldBack }, "the count of signatures stands still");
    return "held_back";
  }
  if (age !== null && age > SAY_COUNTED_AFTER)
    await database()
      .update(signatureWatermark)
      .set({ countedAt: sql`clock_timestamp()` })
      .where(eq(signatureWatermark.communityId, community.id));
  return "idle";
}
