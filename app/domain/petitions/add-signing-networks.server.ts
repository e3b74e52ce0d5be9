import { sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { signingNetwork } from "~db/schema/signature-checks";
import type { NamedNetwork } from "./network-lines";

const AT_ONCE = 1_000;

/** Names networks; one that is named already is said anew. */
export async function addSigningNetworks(
  community: Community,
  administrator: Administrator,
  networks: readonly NamedNetwork[],
): Promise<void> {
  if (networks.length === 0) return;
  const rows = networks.map((each) => ({
    communityId: community.id,
    id: newId(),
    ...each,
    changedBy: administrator.id,
  }));
  await transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await tx
        .insert(signingNetwork)
        .values(rows.slice(from, from + AT_ONCE))
        .onConflictDoUpdate({
          target: [signingNetwork.communityId, signingNetwork.network],
          set: {
            country: sql`excluded.country`,
            treatment: sql`excluded.treatment`,
            note: sql`excluded.note`,
            changedBy: sql`excluded.changed_by`,
          },
        });
    }
    const named = networks.map(({ network, country, treatment }) => [network, country, treatment].join(" "));
    await recordAct(tx, community, {
      act: "signing.name_networks",
      actorId: administrator.id,
      subjectKind: "community",
      subjectId: community.id,
      details: { networks: named },
    });
  });
}
