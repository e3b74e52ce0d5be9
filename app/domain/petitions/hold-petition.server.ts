import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";

/**
 * Holds a petition so that one check at a time changes its count; signers are not held up, since they only share its
 * key. False once its retention has ended: the marks of a check are wiped with the names and would match everybody.
 */
export async function holdPetition(
  tx: Transaction,
  community: Community,
  petitionId: string,
): Promise<boolean> {
  const isLeft = sql<boolean>`coalesce(${petition.wipeAt} > clock_timestamp(), ${petition.wipedAt} is null)`;
  const [held] = await tx
    .select({ isLeft })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)))
    .for("no key update");
  return held?.isLeft ?? false;
}
