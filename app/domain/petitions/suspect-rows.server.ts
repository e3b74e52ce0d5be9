import { type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { matchSuspicion } from "./match-suspicion.server";

const counts = sql`coalesce(newest.number, 0) % 2 = 0`;

const isFree = sql`newest.number % 2 = 1 and newest.quarantine_id is not null and not exists (
  select from quarantine other
  where other.community_id = q.community_id and other.petition_id = q.petition_id and other.id <> q.id
    and other.decision = 'annulled' and ${matchSuspicion(sql`other.criteria`)})`;

/**
 * The clauses from FROM on of whatever a decided quarantine `q` has still to take out or to put back: signatures `s`
 * with their `newest` annulment. What another quarantine in force also marks stays out.
 */
export function suspectRows(community: Community, quarantineId: string, way: "annulled" | "restored"): SQL {
  return sql`
    from quarantine q
    join signature s on s.community_id = q.community_id and s.petition_id = q.petition_id
    left join lateral (
      select a.number, a.quarantine_id from signature_annulment a
      where a.community_id = s.community_id and a.petition_id = s.petition_id and a.signer_key = s.signer_key
      order by a.number desc limit 1
    ) newest on true
    where q.community_id = ${community.id}::uuid and q.id = ${quarantineId}::uuid and q.decision = ${way}
      and ${matchSuspicion(sql`q.criteria`)} and ${way === "annulled" ? counts : isFree}`;
}
