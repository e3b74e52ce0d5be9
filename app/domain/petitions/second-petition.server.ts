import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { type Transaction, transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { signature, signatureAnnulment } from "~db/schema/signatures";
import { queueModerationLetter } from "./queue-moderation-letter.server";
import { signerKey } from "./signer-key.server";
import { startModeration } from "./start-moderation.server";

/**
 * Sends a petition to the moderators once it has its first signatories, and tells the author. To be called after
 * each signature of a petition that gathers them; does nothing before, and nothing again.
 */
export async function secondPetition(
  community: Community,
  petitionId: string,
  origin: string,
): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ id: petition.id, rules: petition.rules, authorEmail: petition.authorEmail })
      .from(petition)
      .where(
        and(
          eq(petition.communityId, community.id),
          eq(petition.id, petitionId),
          eq(petition.state, "gathering"),
        ),
      );
    if (!found) return;
    const needed = found.rules.firstSignatories;
    const author = signerKey(community, found.authorEmail);
    if ((await countUpTo(tx, community, { petitionId, author, most: needed })) < needed) return;
    const dueAt = await startModeration(tx, community, found);
    if (dueAt) await queueModerationLetter(tx, community, { petitionId, dueAt, origin });
  });
}

/** Effective signatures of others than the author, counted no further than the few that are needed. */
async function countUpTo(
  tx: Transaction,
  community: Community,
  { petitionId, author, most }: { petitionId: string; author: string; most: number },
): Promise<number> {
  const [row] = await tx.execute<{ found: number }>(sql`
    select count(*)::int as found from (
      select 1 from ${signature} s
      where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid
        and s.signer_key <> ${author}::uuid
        and coalesce((select max(a.number) from ${signatureAnnulment} a
          where a.community_id = s.community_id and a.petition_id = s.petition_id
            and a.signer_key = s.signer_key), 0) % 2 = 0
      limit ${most}) effective`);
  return row?.found ?? 0;
}
