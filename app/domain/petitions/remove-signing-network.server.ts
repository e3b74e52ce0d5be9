import { and, eq } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { signingNetwork } from "~db/schema/signature-checks";

/** Takes a network off the list; pressed twice, it is gone once. */
export async function removeSigningNetwork(
  community: Community,
  administrator: Administrator,
  id: string,
): Promise<void> {
  await transaction(async (tx) => {
    const [removed] = await tx
      .delete(signingNetwork)
      .where(and(eq(signingNetwork.communityId, community.id), eq(signingNetwork.id, id)))
      .returning({ network: signingNetwork.network });
    if (!removed) return;
    await recordAct(tx, community, {
      act: "signing.remove_network",
      actorId: administrator.id,
      subjectKind: "signing_network",
      subjectId: id,
      details: removed,
    });
  });
}
