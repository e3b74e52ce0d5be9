import { and, eq, notInArray, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { signingLimit } from "~db/schema/signature-checks";
import { LIMIT_SCOPES, type SigningLimits } from "./signing-limits";

/** Sets the limits of signing; scopes that are not named go back to the usual ones. */
export async function changeSigningLimits(
  community: Community,
  administrator: Administrator,
  limits: SigningLimits,
): Promise<void> {
  const set = LIMIT_SCOPES.flatMap((scope) => {
    const limit = limits[scope];
    return limit ? [{ scope, ...limit }] : [];
  });
  await transaction(async (tx) => {
    const scopes = set.map(({ scope }) => scope);
    await tx
      .delete(signingLimit)
      .where(and(eq(signingLimit.communityId, community.id), notInArray(signingLimit.scope, scopes)));
    if (set.length > 0) {
      await tx
        .insert(signingLimit)
        .values(set.map((limit) => ({ communityId: community.id, ...limit, changedBy: administrator.id })))
        .onConflictDoUpdate({
          target: [signingLimit.communityId, signingLimit.scope],
          set: {
            most: sql`excluded.most`,
            minutes: sql`excluded.minutes`,
            changedBy: sql`excluded.changed_by`,
            changedAt: sql`clock_timestamp()`,
          },
        });
    }
    await recordAct(tx, community, {
      act: "signing.change_limits",
      actorId: administrator.id,
      subjectKind: "community",
      subjectId: community.id,
      details: { ...limits },
    });
  });
}
