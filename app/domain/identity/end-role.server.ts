import { and, eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { roleMembership } from "~db/schema/identity";
import { othersAdminister } from "./others-administer.server";
import type { Administrator } from "./viewer";

/** Ends a role now; one that has not begun never will. Ending it twice changes nothing (S-6). */
export async function endRole(
  community: Community,
  administrator: Administrator,
  membershipId: string,
): Promise<Outcome<undefined, "no_such_role" | "last_administrator">> {
  return await transaction(async (tx) => {
    const own = and(eq(roleMembership.communityId, community.id), eq(roleMembership.id, membershipId));
    const [membership] = await tx
      .select({
        role: roleMembership.role,
        personId: roleMembership.personId,
        over: sql<boolean>`coalesce(${roleMembership.validTo} <= greatest(clock_timestamp(), ${roleMembership.validFrom}), false)`,
      })
      .from(roleMembership)
      .where(own);
    if (!membership) return refused("no_such_role");
    if (membership.over) return done();
    if (
      membership.role === "administrator" &&
      !(await othersAdminister(tx, community, membership.personId))
    ) {
      return refused("last_administrator");
    }
    await tx
      .update(roleMembership)
      .set({ validTo: sql`greatest(clock_timestamp(), ${roleMembership.validFrom})` })
      .where(own);
    await recordAct(tx, community, {
      act: "identity.end_role",
      actorId: administrator.id,
      subjectKind: "role_membership",
      subjectId: membershipId,
      details: { person: membership.personId, role: membership.role },
    });
    return done();
  });
}
