import { type SQL, sql } from "drizzle-orm";
import { petition } from "~db/schema/petitions";

/** When names and contacts of a petition that ends now are wiped, by its own rules; for a change of `petition`. */
export function wipeTime(): SQL {
  return sql`clock_timestamp() + make_interval(days => (${petition.rules}->>'retentionDays')::integer)`;
}
