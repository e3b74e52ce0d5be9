import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { type Transaction, transaction } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { signatureWatermark } from "~db/schema/signatures";
import { recordThresholds } from "./record-thresholds.server";

/** A published number and what it should be; `cut` is null for the total and the annulled of a petition. */
type Difference = {
  petitionId: string;
  cut: string | null;
  cell: string;
  signatures: number;
  annulled: number;
};

const TIME_LIMIT = 600_000;

/**
 * Counts all signatures up to the watermark again and compares them with what is published (SC-5). A difference
 * raises an alarm and is corrected by adding it, so that counting may go on meanwhile. Answers how many there were.
 */
export async function recountSignatures(community: Community): Promise<number> {
  const found = await compare(community);
  if (!found) return 0;
  const { recountedAt, differences } = found;
  await transaction(async (tx) => {
    // Two recounts at once must not both add what is missing.
    const [first] = await tx
      .update(signatureWatermark)
      .set({ recountedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(signatureWatermark.communityId, community.id),
          sql`${signatureWatermark.recountedAt} = ${recountedAt}::timestamptz`,
        ),
      )
      .returning({ recountedAt: signatureWatermark.recountedAt });
    if (first && differences.length > 0) await correct(tx, community, differences);
  });
  for (const { petitionId, cut, cell, signatures, annulled } of differences)
    log.error(
      { community: community.id, petition: petitionId, cut, cell, signatures, annulled },
      "the daily recount found a published number that is wrong; it has been corrected",
    );
  return differences.length;
}

/** One snapshot for the watermark, the rows below it and what is published. */
async function compare(community: Community) {
  return await transaction(
    async (tx) => {
      const [mark] = await tx.execute<{ watermark: string; recountedAt: string }>(sql`
        select w.watermark::text, w.recounted_at::text as "recountedAt" from signature_watermark w
        where w.community_id = ${community.id}::uuid`);
      if (!mark) return null;
      const rows = await tx.execute<Difference>(differenceQuery(community, mark.watermark));
      return { recountedAt: mark.recountedAt, differences: [...rows] };
    },
    { isolation: "repeatable read", statementTimeout: TIME_LIMIT },
  );
}

function differenceQuery(community: Community, watermark: string) {
  return sql`
    with newest as (
      select a.petition_id, a.signer_key, max(a.number) as number from signature_annulment a
      where a.community_id = ${community.id}::uuid and a.written < ${watermark}::xid8
      group by a.petition_id, a.signer_key
    ),
    one as (
      select s.petition_id, s.district_id, s.channel, date_trunc('hour', s.signed_at, 'UTC') as hour,
        coalesce(n.number % 2, 0) as annulled
      from signature s left join newest n on n.petition_id = s.petition_id and n.signer_key = s.signer_key
      where s.community_id = ${community.id}::uuid and s.written < ${watermark}::xid8
    ),
    truth as (
      select petition_id, case grouping(district_id, channel, hour)
          when 3 then 'district' when 5 then 'channel' when 6 then 'hour' end as cut,
        case grouping(district_id, channel, hour) when 3 then coalesce(district_id::text, 'none')
          when 5 then channel when 6 then to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') else '' end as cell,
        (count(*) - sum(annulled))::int as signatures, sum(annulled)::int as annulled
      from one group by grouping sets
        ((petition_id), (petition_id, district_id), (petition_id, channel), (petition_id, hour))
    ),
    published as (
      select p.petition_id, null as cut, '' as cell, p.signatures, p.annulled from petition_count p
      where p.community_id = ${community.id}::uuid
      union all
      select p.petition_id, p.cut, p.cell, p.signatures, null from petition_count_cell p
      where p.community_id = ${community.id}::uuid
    ),
    compared as (
      select coalesce(t.petition_id, p.petition_id) as "petitionId", coalesce(t.cut, p.cut) as cut,
        coalesce(t.cell, p.cell) as cell, coalesce(t.signatures, 0) - coalesce(p.signatures, 0) as signatures,
        case when coalesce(t.cut, p.cut) is null then coalesce(t.annulled, 0) - coalesce(p.annulled, 0) else 0 end as annulled
      from truth t full join published p
        on p.petition_id = t.petition_id and coalesce(p.cut, '') = coalesce(t.cut, '') and p.cell = t.cell
    )
    select "petitionId", cut, cell, signatures, annulled from compared where signatures <> 0 or annulled <> 0`;
}

async function correct(
  tx: Transaction,
  community: Community,
  differences: readonly Difference[],
): Promise<void> {
  const rows = JSON.stringify(differences);
  const given = sql`jsonb_to_recordset(${rows}::jsonb)
    as g("petitionId" uuid, cut text, cell text, signatures int, annulled int)`;
  await tx.execute(sql`
    insert into petition_count as t (community_id, petition_id, signatures, annulled, counted_at)
    select ${community.id}::uuid, g."petitionId", g.signatures, g.annulled, clock_timestamp() from ${given} where g.cut is null
    on conflict (community_id, petition_id) do update set signatures = t.signatures + excluded.signatures,
      annulled = t.annulled + excluded.annulled, counted_at = excluded.counted_at`);
  await tx.execute(sql`
    insert into petition_count_cell as t (community_id, petition_id, cut, cell, signatures)
    select ${community.id}::uuid, g."petitionId", g.cut, g.cell, g.signatures from ${given} where g.cut is not null
    on conflict (community_id, petition_id, cut, cell) do update set signatures = t.signatures + excluded.signatures`);
  await recordThresholds(tx, community, [...new Set(differences.map(({ petitionId }) => petitionId))]);
}
