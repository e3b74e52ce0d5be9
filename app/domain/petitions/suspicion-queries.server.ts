import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { matchSuspicion } from "./match-suspicion.server";
import type { SuspicionCriteria } from "./signature";
import { type Burst, burstFrom } from "./suspicion";

const MOST = 50;
/** A petition of millions is read through once; only staff ask for it. */
const TIME_LIMIT = 30_000;

/** Networks and hours with far more signatures than usual in this petition, the largest first. */
export async function listBursts(
  community: Community,
  petitionId: string,
): Promise<{ usual: number; from: number; bursts: Burst[] }> {
  return await transaction(
    async (tx) => {
      const cells = sql`
        select s.network_hash, date_trunc('hour', s.signed_at, 'UTC') as hour,
          count(*)::int as signatures, count(distinct s.address_hash)::int as addresses
        from signature s
        where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid
          and s.network_hash <> ''
        group by 1, 2`;
      const [row] = await tx.execute<{ usual: number | null }>(sql`
        select percentile_disc(0.5) within group (order by c.signatures)::float8 as usual from (${cells}) c`);
      const usual = row?.usual ?? 0;
      const from = burstFrom(usual);
      const bursts = await tx.execute<Burst>(sql`
        select c.network_hash as "networkHash", to_char(c.hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as hour,
          c.signatures, c.addresses
        from (${cells}) c where c.signatures >= ${from}::int
        order by c.signatures desc, c.hour, c.network_hash limit ${MOST}`);
      return { usual, from, bursts: [...bursts] };
    },
    { statementTimeout: TIME_LIMIT },
  );
}

export type Effect = { total: number; districts: { districtId: string | null; signatures: number }[] };

/** How many signatures that count now bear the marks, by district: what an annulment would take out. */
export async function findEffect(
  community: Community,
  petitionId: string,
  criteria: SuspicionCriteria,
): Promise<Effect> {
  const marks = sql`${JSON.stringify(criteria)}::jsonb`;
  const districts = await transaction(
    (tx) =>
      tx.execute<Effect["districts"][number]>(sql`
        select s.district_id as "districtId", count(*)::int as signatures
        from signature s
        left join lateral (
          select a.number from signature_annulment a
          where a.community_id = s.community_id and a.petition_id = s.petition_id and a.signer_key = s.signer_key
          order by a.number desc limit 1
        ) newest on true
        where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid
          and ${matchSuspicion(marks)} and coalesce(newest.number, 0) % 2 = 0
        group by 1 order by 2 desc, 1`),
    { statementTimeout: TIME_LIMIT },
  );
  const total = districts.reduce((sum, { signatures }) => sum + signatures, 0);
  return { total, districts: [...districts] };
}
