import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { person } from "~db/schema/identity";
import { endAllSessions } from "./lucia.server";
import { othersAdminister } from "./others-administer.server";
import type { Administrator } from "./viewer";

/** Closes an account: its sessions end at once and nobody can sign in to it (S-16). What it did stays. */
export async function disablePerson(
  community: Community,
  administrator: Administrator,
  personId: string,
): Promise<Outcome<undefined, "last_administrator">> {
  return await transaction(async (tx) => {
    if (!(await othersAdminister(tx, community, personId))) return refused("last_administrator");
    const [closed] = await tx
      .update(person)
      .set({ disabledAt: sql`clock_timestamp()` })
      .where(and(eq(person.communityId, community.id), eq(person.id, personId), isNull(person.disabledAt)))
      .returning({ id: person.id });
    if (!closed) return done();
    await endAllSessions(community, personId, tx);
    await recordAct(tx, community, {
      act: "identity.disable_person",
      actorId: administrator.id,
      subjectKind: "person",
      subjectId: personId,
    });
    return done();
  });
}
