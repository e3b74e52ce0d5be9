import { and, asc, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import type { Page } from "~/shared/paging";
import { signature } from "~db/schema/signatures";
import type { PetitionRules } from "./petition-rules";

/** One signer as the public may see them: a name and a day, no hour and no place. */
export type ShownSigner = { name: string; signedAt: Date };

/**
 * Names of those whose signature counts, one page of them and whether more follow. In the order of the random-looking
 * keys: it tells nothing, and a page of five million is as quick as one of five.
 */
export async function listShownSigners(
  community: Community,
  { id, rules }: { id: string; rules: PetitionRules },
  page: Page,
): Promise<{ rows: ShownSigner[]; more: boolean }> {
  if (rules.names === "hidden") return { rows: [], more: false };
  const newest = sql`coalesce((select max(a.number) from signature_annulment a
    where a.community_id = ${signature.communityId} and a.petition_id = ${signature.petitionId}
      and a.signer_key = ${signature.signerKey}), 0)`;
  const found = await database()
    .select({ name: signature.name, signedAt: signature.signedAt })
    .from(signature)
    .where(
      and(
        eq(signature.communityId, community.id),
        eq(signature.petitionId, id),
        rules.names === "choice" ? eq(signature.showName, true) : undefined,
        sql`${newest} % 2 = 0`,
      ),
    )
    .orderBy(asc(signature.signerKey))
    .limit(page.size + 1)
    .offset(page.offset);
  return { rows: found.slice(0, page.size), more: found.length > page.size };
}
