import { sql } from "drizzle-orm";
import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import type { Community } from "~/domain/communities/community";
import { type Term, termEnd } from "~/domain/communities/working-days";
import type { Transaction } from "~/platform/database.server";

/** The last instant of a term that begins now, by the database's clock and the calendar of the community. */
export async function findTermEnd(tx: Transaction, community: Community, term: Term): Promise<Date> {
  const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  if (!clock) throw new Error("The database does not tell the time.");
  return termEnd(new Date(clock.now), term, community.zone, await findWorkCalendar(community, tx));
}
