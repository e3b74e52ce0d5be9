import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";

/** How far the count of a community has come, and how far it may go now. Transaction numbers are text (SC-4). */
export type Watermark = {
  /** Null before the first count. */
  watermark: string | null;
  /** Every transaction before this one has ended: none can still add a row below it (SC-3). */
  top: string;
  systemIdentifier: string;
  /** The rows were counted in another cluster, where transaction numbers mean something else. */
  hasMoved: boolean;
  hasNew: boolean;
  /** Seconds since the oldest row was written that a transaction under way keeps from being counted. */
  heldBack: number | null;
  /** Seconds since the last count. */
  age: number | null;
};

export async function readWatermark(community: Community): Promise<Watermark> {
  const [found] = await database().execute<Watermark>(sql`
    with own as (
      select w.watermark, w.counted_at, w.system_identifier,
        coalesce(w.watermark, '0'::xid8) as old, pg_snapshot_xmin(pg_current_snapshot()) as top,
        (select system_identifier::text from pg_control_system()) as here
      from (select ${community.id}::uuid as id) c left join signature_watermark w on w.community_id = c.id
    )
    select own.watermark::text, own.top::text, own.here as "systemIdentifier",
      coalesce(own.system_identifier <> own.here, false) as "hasMoved",
      exists (select from signature s
        where s.community_id = ${community.id}::uuid and s.written >= own.old and s.written < own.top)
      or exists (select from signature_annulment a
        where a.community_id = ${community.id}::uuid and a.written >= own.old and a.written < own.top) as "hasNew",
      (select extract(epoch from clock_timestamp() - min(oldest.at))::float8 from (
        (select s.signed_at as at from signature s
          where s.community_id = ${community.id}::uuid and s.written >= own.top order by s.written limit 1)
        union all
        (select a.created_at from signature_annulment a
          where a.community_id = ${community.id}::uuid and a.written >= own.top order by a.written limit 1)
      ) oldest) as "heldBack",
      extract(epoch from clock_timestamp() - own.counted_at)::float8 as age
    from own`);
  if (!found) throw new Error("The watermark could not be read.");
  return found;
}

/** Communities whose count has something to do; the index answers for each, however many signatures it has. */
export async function listUncounted(mostSeconds: number): Promise<string[]> {
  const rows = await database().execute<{ id: string }>(sql`
    select c.id from community c left join signature_watermark w on w.community_id = c.id
    where exists (select from signature s
        where s.community_id = c.id and s.written >= coalesce(w.watermark, '0'::xid8))
      or exists (select from signature_annulment a
        where a.community_id = c.id and a.written >= coalesce(w.watermark, '0'::xid8))
      or w.counted_at < clock_timestamp() - make_interval(secs => ${mostSeconds})
      or w.system_identifier <> (select system_identifier::text from pg_control_system())`);
  return rows.map(({ id }) => id);
}
