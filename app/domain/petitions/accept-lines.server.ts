import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { signature } from "~db/schema/signatures";
import { personKey } from "./person-key.server";
import type { FoundPetition } from "./petition-queries.server";
import type { SheetLine } from "./sheet-queries.server";
import { showsName } from "./signing-form";

/**
 * Makes signatures of accepted lines of a sheet, with one statement. Answers with the ids of those that are new:
 * somebody who signed at the same moment in another way, or stands twice on the sheet, is kept out by the key.
 */
export async function acceptLines(
  tx: Transaction,
  community: Community,
  petition: Pick<FoundPetition, "id" | "rules">,
  lines: readonly SheetLine[],
): Promise<Set<string>> {
  const rows = lines.map((line) => ({ id: line.id, key: personKey(community, petition.id, line).key }));
  const shown = showsName(petition.rules, false);
  const written = await tx.execute<{ id: string }>(sql`
    insert into ${signature} (community_id, petition_id, signer_key, channel, name, show_name, district_id, basis,
      sheet_line_id, address_hash, network_hash)
    select l.community_id, ${petition.id}::uuid, g.key, 'paper', l.name, ${shown}::boolean, l.district_id, l.basis,
      l.id, '', ''
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, key uuid)
    join sheet_line l on l.community_id = ${community.id}::uuid and l.id = g.id
    order by g.key, l.line
    on conflict (community_id, petition_id, signer_key) do nothing
    returning sheet_line_id as id`);
  return new Set(written.map(({ id }) => id));
}
