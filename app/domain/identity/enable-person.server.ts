import { and, eq, isNotNull } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { person } from "~db/schema/identity";
import type { Administrator } from "./viewer";

/** Opens a closed account again, with the password and the roles it had. */
export async function enablePerson(
  community: Community,
  administrator: Administrator,
  personId: string,
): Promise<void> {
  await transaction(async (tx) => {
    const [opened] = await tx
      .update(person)
      .set({ disabledAt: null })
      .where(and(eq(person.communityId, community.id), eq(person.id, personId), isNotNull(person.disabledAt)))
      .returning({ id: person.id });
    if (!opened) return;
    await recordAct(tx, community, {
      act: "identity.enable_person",
      actorId: administrator.id,
      subjectKind: "person",
      subjectId: personId,
    });
  });
}
