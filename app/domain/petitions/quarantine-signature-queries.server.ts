import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { suspectRows } from "./suspect-rows.server";

type Wanted = { quarantineId: string; way: "annulled" | "restored"; after: string | undefined; most: number };

/**
 * Signers, by their keys from `after` on, that a decided quarantine has still to take out or to put back. A plain read:
 * it keeps no count of signatures waiting.
 */
export async function listSuspects(
  community: Community,
  { quarantineId, way, after, most }: Wanted,
): Promise<string[]> {
  const rows = await database().execute<{ key: string }>(sql`
    select s.signer_key as key ${suspectRows(community, quarantineId, way)}
      and (${after ?? null}::uuid is null or s.signer_key > ${after ?? null}::uuid)
    order by s.signer_key limit ${most}`);
  return rows.map(({ key }) => key);
}
