import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";

/**
 * The latch of one ballot box (SC-9), held to the end of the transaction: every vote takes it shared, closing
 * takes it alone. It stands in a statement of its own, so that the next statement sees what happened meanwhile.
 */
export async function lockBallotBox(
  tx: Transaction,
  community: Community,
  roundId: string,
  how: "shared" | "exclusive",
): Promise<void> {
  const key = sql`hashtextextended(${`ballot box ${community.id} ${roundId}`}, 0)`;
  const lock =
    how === "shared" ? sql`pg_advisory_xact_lock_shared(${key})` : sql`pg_advisory_xact_lock(${key})`;
  await tx.execute(sql`select ${lock}`);
}
