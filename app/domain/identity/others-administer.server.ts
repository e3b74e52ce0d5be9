import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { person, roleMembership } from "~db/schema/identity";

/** Locks all administrators' rows, so that two who end each other's role at once do not leave none. */
export async function othersAdminister(
  tx: Transaction,
  community: Community,
  personId: string,
): Promise<boolean> {
  const rows = await tx
    .select({ personId: roleMembership.personId })
    .from(roleMembership)
    .innerJoin(
      person,
      and(eq(person.communityId, roleMembership.communityId), eq(person.id, roleMembership.personId)),
    )
    .where(
      and(
        eq(roleMembership.communityId, community.id),
        eq(roleMembership.role, "administrator"),
        lte(roleMembership.validFrom, sql`clock_timestamp()`),
        or(isNull(roleMembership.validTo), gt(roleMembership.validTo, sql`clock_timestamp()`)),
        isNull(person.disabledAt),
      ),
    )
    .orderBy(roleMembership.id)
    .for("update");
  return rows.some((row) => row.personId !== personId);
}
