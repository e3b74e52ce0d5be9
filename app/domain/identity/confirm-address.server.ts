import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { mailLink, person } from "~db/schema/identity";
import { isLink, spendMailLink } from "./mail-link.server";

/** The button of a confirmation letter. Pressed twice it says the same again (S-25, R-12). */
export async function confirmAddress(
  community: Community,
  token: string,
): Promise<Outcome<undefined, "over">> {
  return await transaction(async (tx) => {
    const personId = await spendMailLink(tx, community, token, "confirm");
    if (personId) {
      await tx
        .update(person)
        .set({ confirmedAt: sql`clock_timestamp()` })
        .where(
          and(eq(person.communityId, community.id), eq(person.id, personId), isNull(person.confirmedAt)),
        );
      return done();
    }
    const [known] = await tx
      .select({ confirmed: sql<boolean>`${person.confirmedAt} is not null` })
      .from(mailLink)
      .innerJoin(person, and(eq(person.communityId, mailLink.communityId), eq(person.id, mailLink.personId)))
      .where(isLink(community, token, "confirm"));
    return known?.confirmed ? done() : refused("over");
  });
}
