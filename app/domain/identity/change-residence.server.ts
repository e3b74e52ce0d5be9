import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { person as personTable } from "~db/schema/identity";
import { isDistrict } from "./is-district.server";
import { type Home, replaceResidence } from "./replace-residence.server";
import type { Person } from "./viewer";

/** A person tells where they live now: one dated row ends and another, not verified yet, begins. */
export async function changeResidence(
  community: Community,
  person: Person,
  home: Home | null,
): Promise<Outcome<undefined, "no_such_district">> {
  return await transaction(async (tx) => {
    if (home && !(await isDistrict(tx, community, home.districtId))) return refused("no_such_district");
    // Two tabs at once: the second waits here and then finds what the first left.
    await tx
      .select({ one: sql`1` })
      .from(personTable)
      .where(and(eq(personTable.communityId, community.id), eq(personTable.id, person.id)))
      .for("update");
    await replaceResidence(tx, community, person.id, home);
    return done();
  });
}
