import { and, eq, inArray } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { ANSWERED_STATES } from "./response";

/**
 * Takes the petition for a change of its answer or debate, so that two clerks come one after the other and the second
 * reads what the first wrote. False for one that is not answered.
 */
export async function lockAnswered(
  tx: Transaction,
  community: Community,
  petitionId: string,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.id, petitionId),
        inArray(petition.state, [...ANSWERED_STATES]),
      ),
    )
    .for("update");
  return found !== undefined;
}
