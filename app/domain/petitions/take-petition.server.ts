import { and, eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition, petitionLock } from "~db/schema/petitions";
import { LOCK_MINUTES } from "./moderation";
import { moderatorsRead } from "./policy";

type Taking = {
  petitionId: string;
  /** Whom the moderator saw at work on it and takes it over from; null when it lay free. */
  from: string | null;
};

/**
 * Reserves a petition for one moderator for some minutes. From another it goes only knowingly: to whoever names
 * the one they saw. The record of the act keeps who took it from whom.
 */
export async function takePetition(
  community: Community,
  moderator: Moderator,
  { petitionId, from }: Taking,
): Promise<Outcome<undefined, "held">> {
  return await transaction(async (tx) => {
    const [found] = await tx
      .select({ state: petition.state, openedAt: petition.openedAt })
      .from(petition)
      .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
    if (!found || !moderatorsRead(found)) throw new Response(null, { status: 404 });
    const until = sql`clock_timestamp() + make_interval(mins => ${LOCK_MINUTES})`;
    const [taken] = await tx
      .insert(petitionLock)
      .values({ communityId: community.id, petitionId, personId: moderator.id, until })
      .onConflictDoUpdate({
        target: [petitionLock.communityId, petitionLock.petitionId],
        set: { personId: moderator.id, until },
        setWhere: sql`${petitionLock.personId} in (${moderator.id}::uuid, ${from}::uuid)
          or ${petitionLock.until} <= clock_timestamp()`,
      })
      .returning({ petitionId: petitionLock.petitionId });
    if (!taken) return refused("held");
    const subject = { subjectKind: "petition", subjectId: petitionId };
    const details = from ? { from } : {};
    await recordAct(tx, community, { act: "petition.take", actorId: moderator.id, ...subject, details });
    return done();
  });
}
