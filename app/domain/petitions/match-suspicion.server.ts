import { type SQL, sql } from "drizzle-orm";

/** Whether the signature `s` bears the marks of `criteria`, an expression of type jsonb; marks not given do not matter. */
export function matchSuspicion(criteria: SQL): SQL {
  return sql`(
    coalesce(s.network_hash = ${criteria}->>'networkHash', true)
    and coalesce(s.address_hash = ${criteria}->>'addressHash', true)
    and coalesce(s.signed_at >= (${criteria}->>'from')::timestamptz, true)
    and coalesce(s.signed_at < (${criteria}->>'to')::timestamptz, true)
    and (${criteria}->>'districtId' is null or s.district_id = (${criteria}->>'districtId')::uuid))`;
}
