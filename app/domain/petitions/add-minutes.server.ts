import { and, eq, isNotNull } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionDebate } from "~db/schema/petitions";

type Minutes = { petitionId: string; debateId: string; minutesAddress: string };

/** Puts the address of the minutes to a debate that was held: they are often published days later. */
export async function addMinutes(
  community: Community,
  clerk: Clerk,
  { petitionId, debateId, minutesAddress }: Minutes,
): Promise<Outcome<undefined, "changed_meanwhile">> {
  return await transaction(async (tx) => {
    const [held] = await tx
      .update(petitionDebate)
      .set({ minutesAddress })
      .where(
        and(
          eq(petitionDebate.communityId, community.id),
          eq(petitionDebate.petitionId, petitionId),
          eq(petitionDebate.id, debateId),
          isNotNull(petitionDebate.heldAt),
        ),
      )
      .returning({ id: petitionDebate.id });
    if (!held) return refused("changed_meanwhile");
    const subject = { subjectKind: "petition", subjectId: petitionId };
    await recordAct(tx, community, { act: "petition.add_minutes", actorId: clerk.id, ...subject });
    return done();
  });
}
