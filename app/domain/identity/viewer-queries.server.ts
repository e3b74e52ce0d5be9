import { and, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { person, residence, roleMembership } from "~db/schema/identity";
import type { Person } from "./viewer";

/** A confirmed, not disabled person with the roles held at this instant (S-6) and the current residence. */
export async function findPerson(community: Community, personId: string): Promise<Person | null> {
  const [row] = await database()
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      bornOn: person.bornOn,
      districtId: residence.districtId,
      basis: residence.basis,
      verifiedAt: residence.verifiedAt,
    })
    .from(person)
    .leftJoin(
      residence,
      and(
        eq(residence.communityId, person.communityId),
        eq(residence.personId, person.id),
        isNull(residence.validTo),
      ),
    )
    .where(
      and(
        eq(person.communityId, community.id),
        eq(person.id, personId),
        isNotNull(person.confirmedAt),
        isNull(person.disabledAt),
      ),
    );
  if (!row) return null;
  const { districtId, basis, verifiedAt, ...rest } = row;
  return {
    kind: "person",
    ...rest,
    roles: await currentRoles(community, personId),
    residence: districtId && basis ? { districtId, basis, verified: verifiedAt !== null } : null,
  };
}

async function currentRoles(community: Community, personId: string) {
  const now = sql`clock_timestamp()`;
  const rows = await database()
    .select({ role: roleMembership.role })
    .from(roleMembership)
    .where(
      and(
        eq(roleMembership.communityId, community.id),
        eq(roleMembership.personId, personId),
        lte(roleMembership.validFrom, now),
        or(isNull(roleMembership.validTo), gt(roleMembership.validTo, now)),
      ),
    );
  return rows.map(({ role }) => role);
}
