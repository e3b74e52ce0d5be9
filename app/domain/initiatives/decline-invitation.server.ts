import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { coAuthor } from "~db/schema/initiatives";

/** The invited person says no, or no longer: the name goes from the page at once. */
export async function declineInvitation(
  community: Community,
  token: string,
  { viewer }: { viewer: Viewer },
): Promise<Outcome<undefined, "not_waiting">> {
  return await transaction(async (tx) => {
    const [declined] = await tx
      .update(coAuthor)
      .set({ declinedAt: sql`clock_timestamp()`, acceptedAt: null, name: null, personId: null })
      .where(
        and(
          eq(coAuthor.communityId, community.id),
          eq(coAuthor.tokenHash, hashSecretToken(token)),
          isNull(coAuthor.declinedAt),
        ),
      )
      .returning({ initiativeId: coAuthor.initiativeId });
    if (!declined) return refused("not_waiting");
    const actorId = viewer.kind === "person" ? viewer.id : null;
    const subject = { subjectKind: "initiative", subjectId: declined.initiativeId };
    await recordAct(tx, community, { act: "initiative.decline_co_authorship", actorId, ...subject });
    return done();
  });
}
