import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { signatureAnnulment } from "~db/schema/signatures";
import { suspectRows } from "./suspect-rows.server";

type Batch = { quarantineId: string; way: "annulled" | "restored"; keys: readonly string[] };

/**
 * One batch of a quarantine, with the petition held. Each signer gets the number after their newest: odd takes out,
 * even puts back. Whoever took back or put back their own signature at the same moment wrote that number first and
 * keeps what they did.
 */
export async function writeAnnulments(
  tx: Transaction,
  community: Community,
  { quarantineId, way, keys }: Batch,
): Promise<number> {
  const written = await tx.execute(sql`
    insert into ${signatureAnnulment} (community_id, petition_id, signer_key, number, cause, quarantine_id)
    select s.community_id, s.petition_id, s.signer_key, coalesce(newest.number, 0) + 1, 'irregular', q.id
    ${suspectRows(community, quarantineId, way)}
      and s.signer_key = any(${`{${keys.join(",")}}`}::uuid[])
    on conflict do nothing
    returning number`);
  return written.length;
}
