import { eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { petitionCount, petitionCountCell } from "~db/schema/signatures";
import { addToCounts } from "./add-to-counts.server";
import { recordThresholds } from "./record-thresholds.server";

const TIME_LIMIT = 600_000;

/**
 * Counts everything from the beginning, in a cluster the rows were brought to from another one (SC-4). Transaction
 * numbers of the old cluster may be ones that the new cluster has yet to give out, and would then be counted again:
 * every row that stands at or above the new watermark is given the number 1. Nobody signs while that is done.
 */
export async function countAnew(community: Community): Promise<"counted" | "twin"> {
  const own = (column: typeof petitionCount.communityId | typeof petitionCountCell.communityId) =>
    eq(column, community.id);
  const counted = await transaction(
    async (tx) => {
      await tx.execute(sql`lock table signature, signature_annulment in share row exclusive mode`);
      const [moved] = await tx.execute<{ top: string }>(sql`
        update signature_watermark w
        set watermark = pg_snapshot_xmin(pg_current_snapshot()), system_identifier = c.system_identifier::text,
          counted_at = clock_timestamp(), recounted_at = clock_timestamp()
        from pg_control_system() c
        where w.community_id = ${community.id}::uuid and w.system_identifier <> c.system_identifier::text
        returning w.watermark::text as top`);
      if (!moved) return false;
      await tx.execute(sql`update signature s set written = '1'::xid8
        where s.community_id = ${community.id}::uuid and s.written >= ${moved.top}::xid8`);
      await tx.execute(sql`update signature_annulment a set written = '1'::xid8
        where a.community_id = ${community.id}::uuid and a.written >= ${moved.top}::xid8`);
      await tx.delete(petitionCountCell).where(own(petitionCountCell.communityId));
      await tx.delete(petitionCount).where(own(petitionCount.communityId));
      await recordThresholds(tx, community, await addToCounts(tx, community, everything(community)));
      return true;
    },
    { statementTimeout: TIME_LIMIT },
  );
  log.warn(
    { community: community.id, counted },
    "signatures came from another database cluster: counted anew",
  );
  return counted ? "counted" : "twin";
}

function everything(community: Community) {
  return sql`
    select s.petition_id, s.district_id, s.channel, s.signed_at,
      case when n.number % 2 = 1 then 0 else 1 end as signatures, case when n.number % 2 = 1 then 1 else 0 end as annulled
    from signature s
    left join (
      select a.petition_id, a.signer_key, max(a.number) as number from signature_annulment a
      where a.community_id = ${community.id}::uuid group by a.petition_id, a.signer_key
    ) n on n.petition_id = s.petition_id and n.signer_key = s.signer_key
    where s.community_id = ${community.id}::uuid`;
}
