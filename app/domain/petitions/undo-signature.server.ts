import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { signatureAnnulment } from "~db/schema/signatures";
import { findOwnSignature } from "./signing-queries.server";

type Signer = { petitionId: string; signerKey: string };

/**
 * Takes the own signature back, as long as the petition takes signatures: by the database's clock, in one statement
 * (SC-8). Pressed twice, or in two windows at once, it is taken back once: both would write the same number.
 */
export async function undoSignature(
  community: Community,
  { petitionId, signerKey }: Signer,
): Promise<Outcome<undefined, "closed" | "not_signed">> {
  const written = await database().execute(sql`
    insert into ${signatureAnnulment} (community_id, petition_id, signer_key, number, cause)
    select s.community_id, s.petition_id, s.signer_key, coalesce(newest.number, 0) + 1, 'signer'
    from signature s
    join petition p on p.community_id = s.community_id and p.id = s.petition_id
    left join lateral (
      select a.number from signature_annulment a
      where a.community_id = s.community_id and a.petition_id = s.petition_id and a.signer_key = s.signer_key
      order by a.number desc limit 1
    ) newest on true
    where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid
      and s.signer_key = ${signerKey}::uuid and coalesce(newest.number, 0) % 2 = 0
      and (p.state = 'gathering' or (p.state = 'open' and p.closed_at is null and p.closes_at > clock_timestamp()))
    for key share of p
    on conflict do nothing
    returning number`);
  if (written.length > 0) return done();
  const own = await findOwnSignature(community, { petitionId, signerKey });
  if (own === "taken_back") return done();
  return refused(own === "signed" ? "closed" : "not_signed");
}
