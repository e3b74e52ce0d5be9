import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { ResidenceBasis } from "~/domain/identity/residence";
import { database, repeatable } from "~/platform/database.server";
import { signature } from "~db/schema/signatures";
import type { SignatureChannel } from "./signature";

export type NewSignature = {
  petitionId: string;
  signerKey: string;
  channel: SignatureChannel;
  name: string;
  showName: boolean;
  districtId: string | null;
  basis: ResidenceBasis;
  personId: string | null;
  assistedBy: string | null;
  sheetLineId: string | null;
  addressHash: string;
  networkHash: string;
};

/** What became of one signature; `again` had been recorded before, `closed` came too late or too early. */
export type Added = "added" | "again" | "closed";

/**
 * Writes signatures that came in together, of one community, with one statement that is its own transaction. The
 * deadline is decided by the database's clock inside it (SC-8), "once per person" by the primary key; writing again
 * changes nothing, so the whole batch is repeated after a lost answer (F-4). Answers in the order given.
 */
export async function addSignatures(community: Community, given: readonly NewSignature[]): Promise<Added[]> {
  const added = await repeatable(() => insert(community, given));
  const rest = given.filter((one) => !added.has(keyOf(one)));
  const known = rest.length > 0 ? await repeatable(() => recorded(community, rest)) : new Set<string>();
  // The same signer twice in one batch: the first is the one that was added.
  const first = new Set<string>();
  return given.map((one) => {
    const key = keyOf(one);
    const isFirst = !first.has(key);
    first.add(key);
    if (added.has(key)) return isFirst ? "added" : "again";
    return known.has(key) ? "again" : "closed";
  });
}

/**
 * The row of the petition is locked together with the check of its deadline, in a way that no other signer notices:
 * who closes it waits for all that were in time, and a check that a close overtakes is made again. In the order of
 * the keys, so that two servers with the same signers do not wait for each other in a circle.
 */
async function insert(community: Community, given: readonly NewSignature[]) {
  const rows = JSON.stringify(given);
  const written = await database().execute<{ petitionId: string; signerKey: string }>(sql`
    insert into ${signature} (community_id, petition_id, signer_key, channel, name, show_name, district_id, basis,
      person_id, assisted_by, sheet_line_id, address_hash, network_hash)
    select p.community_id, p.id, g."signerKey", g.channel, g.name, g."showName", g."districtId", g.basis,
      g."personId", g."assistedBy", g."sheetLineId", g."addressHash", g."networkHash"
    from jsonb_to_recordset(${rows}::jsonb) as g("petitionId" uuid, "signerKey" uuid, channel text, name text,
      "showName" boolean, "districtId" uuid, basis text, "personId" uuid, "assistedBy" uuid, "sheetLineId" uuid,
      "addressHash" text, "networkHash" text)
    join petition p on p.community_id = ${community.id}::uuid and p.id = g."petitionId"
    where p.state = 'gathering' or (p.state = 'open' and p.closed_at is null and p.closes_at > clock_timestamp())
    order by p.id, g."signerKey"
    for key share of p
    on conflict (community_id, petition_id, signer_key) do nothing
    returning petition_id as "petitionId", signer_key as "signerKey"`);
  return new Set(written.map(keyOf));
}

async function recorded(community: Community, given: readonly NewSignature[]) {
  const rows = JSON.stringify(given.map(({ petitionId, signerKey }) => ({ petitionId, signerKey })));
  const found = await database().execute<{ petitionId: string; signerKey: string }>(sql`
    select s.petition_id as "petitionId", s.signer_key as "signerKey"
    from jsonb_to_recordset(${rows}::jsonb) as g("petitionId" uuid, "signerKey" uuid)
    join signature s on s.community_id = ${community.id}::uuid
      and s.petition_id = g."petitionId" and s.signer_key = g."signerKey"`);
  return new Set(found.map(keyOf));
}

function keyOf({ petitionId, signerKey }: { petitionId: string; signerKey: string }): string {
  return `${petitionId}/${signerKey}`;
}
