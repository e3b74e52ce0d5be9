import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";

export type AssistedReport = {
  consultantId: string;
  name: string;
  signatures: number;
  petitions: number;
  /** Taken back by signers, or removed by a check. */
  removed: number;
  /** Most in one hour: far more than the others calls for a look. */
  busiestHour: number;
  lastAt: string;
};

/** Reads through the petitions that have assisted signatures at all. */
const TIME_LIMIT = 30_000;

/** What each consultant has signed for residents, as counts only; until names are wiped. */
export async function listAssistedReport(community: Community): Promise<AssistedReport[]> {
  const rows = await transaction(
    (tx) =>
      tx.execute<AssistedReport>(sql`
        with assisted as (
          select s.assisted_by, s.petition_id, s.signed_at,
            coalesce((select max(a.number) from signature_annulment a
              where a.community_id = s.community_id and a.petition_id = s.petition_id
                and a.signer_key = s.signer_key), 0) % 2 as out
          from petition_count_cell c
          join signature s on s.community_id = c.community_id and s.petition_id = c.petition_id
          where c.community_id = ${community.id}::uuid and c.cut = 'channel' and c.cell = 'assisted'
            and s.channel = 'assisted' and s.assisted_by is not null
        ), hours as (
          select assisted_by, max(many) as busiest from (
            select assisted_by, count(*)::int as many from assisted
            group by assisted_by, date_trunc('hour', signed_at, 'UTC')) each_hour
          group by assisted_by
        )
        select a.assisted_by as "consultantId", coalesce(p.name, '') as name, count(*)::int as signatures,
          count(distinct a.petition_id)::int as petitions, sum(a.out)::int as removed,
          max(h.busiest) as "busiestHour", max(a.signed_at) as "lastAt"
        from assisted a
        join hours h on h.assisted_by = a.assisted_by
        left join person p on p.community_id = ${community.id}::uuid and p.id = a.assisted_by
        group by a.assisted_by, p.name
        order by signatures desc, name`),
    { statementTimeout: TIME_LIMIT },
  );
  return [...rows];
}
