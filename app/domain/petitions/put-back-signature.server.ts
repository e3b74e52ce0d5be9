import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { signatureAnnulment } from "~db/schema/signatures";

/**
 * Signing again puts a signature back that the signer had taken back; one that a check removed stays out. True when
 * this very call put it back.
 */
export async function putBackSignature(
  community: Community,
  { petitionId, signerKey }: { petitionId: string; signerKey: string },
): Promise<boolean> {
  const written = await database().execute(sql`
    insert into ${signatureAnnulment} (community_id, petition_id, signer_key, number, cause)
    select newest.community_id, newest.petition_id, newest.signer_key, newest.number + 1, 'signer'
    from (
      select a.community_id, a.petition_id, a.signer_key, a.number, a.cause from signature_annulment a
      where a.community_id = ${community.id}::uuid and a.petition_id = ${petitionId}::uuid
        and a.signer_key = ${signerKey}::uuid
      order by a.number desc limit 1
    ) newest
    join petition p on p.community_id = newest.community_id and p.id = newest.petition_id
    where newest.number % 2 = 1 and newest.cause = 'signer'
      and (p.state = 'gathering' or (p.state = 'open' and p.closed_at is null and p.closes_at > clock_timestamp()))
    for key share of p
    on conflict do nothing
    returning number`);
  return written.length > 0;
}
