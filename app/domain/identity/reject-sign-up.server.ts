import { and, eq, isNull } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { mailLink, person, residence } from "~db/schema/identity";
import { spendMailLink } from "./mail-link.server";

/** The button "it was not me": a sign-up made with another's address is removed with all it said. */
export async function rejectSignUp(community: Community, token: string): Promise<Outcome<undefined, "over">> {
  return await transaction(async (tx) => {
    const personId = await spendMailLink(tx, community, token, "confirm");
    if (!personId) return refused("over");
    const [waiting] = await tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.communityId, community.id), eq(person.id, personId), isNull(person.confirmedAt)))
      .for("update");
    if (!waiting) return refused("over");
    await tx
      .delete(residence)
      .where(and(eq(residence.communityId, community.id), eq(residence.personId, personId)));
    await tx
      .delete(mailLink)
      .where(and(eq(mailLink.communityId, community.id), eq(mailLink.personId, personId)));
    await tx.delete(person).where(and(eq(person.communityId, community.id), eq(person.id, personId)));
    return done();
  });
}
