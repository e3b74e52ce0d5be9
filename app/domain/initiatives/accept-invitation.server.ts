import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { coAuthor } from "~db/schema/initiatives";

/** The invited person becomes a co-author by this act, under the name given here. A second press changes nothing. */
export async function acceptInvitation(
  community: Community,
  token: string,
  { name, viewer }: { name: string; viewer: Viewer },
): Promise<Outcome<undefined, "not_waiting">> {
  const personId = viewer.kind === "person" ? viewer.id : null;
  return await transaction(async (tx) => {
    const [accepted] = await tx
      .update(coAuthor)
      .set({ acceptedAt: sql`clock_timestamp()`, name, personId })
      .where(
        and(
          eq(coAuthor.communityId, community.id),
          eq(coAuthor.tokenHash, hashSecretToken(token)),
          isNull(coAuthor.acceptedAt),
          isNull(coAuthor.declinedAt),
        ),
      )
      .returning({ initiativeId: coAuthor.initiativeId });
    if (!accepted) return refused("not_waiting");
    const subject = { subjectKind: "initiative", subjectId: accepted.initiativeId };
    await recordAct(tx, community, { act: "initiative.accept_co_authorship", actorId: personId, ...subject });
    return done();
  });
}
