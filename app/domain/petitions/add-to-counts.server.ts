import { type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";

/**
 * Adds changes to the published counts: to the total of each petition and to its cut by district, channel and hour,
 * so that each cut keeps adding up. `changes` is a query with petition_id, district_id, channel, signed_at,
 * signatures and annulled, the last two being what each row adds. Answers with the petitions it touched.
 */
export async function addToCounts(tx: Transaction, community: Community, changes: SQL): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with change as (${changes}),
    summed as (
      select petition_id, district_id, channel, hour, grouping(district_id, channel, hour) as kept,
        sum(signatures)::int as signatures, sum(annulled)::int as annulled
      from (select *, date_trunc('hour', signed_at, 'UTC') as hour from change) c
      group by grouping sets
        ((petition_id), (petition_id, district_id), (petition_id, channel), (petition_id, hour))
    ),
    cell as (
      insert into petition_count_cell as t (community_id, petition_id, cut, cell, signatures)
      select ${community.id}::uuid, petition_id,
        case kept when 3 then 'district' when 5 then 'channel' else 'hour' end,
        case kept when 3 then coalesce(district_id::text, 'none') when 5 then channel
          else to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end,
        signatures
      from summed where kept <> 7
      on conflict (community_id, petition_id, cut, cell) do update
        set signatures = t.signatures + excluded.signatures
    )
    insert into petition_count as t (community_id, petition_id, signatures, annulled, counted_at)
    select ${community.id}::uuid, petition_id, signatures, annulled, clock_timestamp() from summed where kept = 7
    on conflict (community_id, petition_id) do update set signatures = t.signatures + excluded.signatures,
      annulled = t.annulled + excluded.annulled, counted_at = excluded.counted_at
    returning t.petition_id as id`);
  return rows.map(({ id }) => id);
}
