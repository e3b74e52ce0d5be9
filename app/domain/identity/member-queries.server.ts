import { and, asc, desc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { person, roleMembership } from "~db/schema/identity";
import { canonicalEmail } from "./email";
import type { HeldRole, RoleState } from "./held-role";
import type { Role } from "./viewer";

export type StaffRow = { personId: string; name: string; role: Role; validFrom: Date; validTo: Date | null };

const LONGEST_LIST = 500;

/** Everybody who holds a role now or will, by name. */
export async function listStaff(community: Community): Promise<StaffRow[]> {
  return await database()
    .select({
      personId: person.id,
      name: person.name,
      role: roleMembership.role,
      validFrom: roleMembership.validFrom,
      validTo: roleMembership.validTo,
    })
    .from(roleMembership)
    .innerJoin(
      person,
      and(eq(person.communityId, roleMembership.communityId), eq(person.id, roleMembership.personId)),
    )
    .where(
      and(
        eq(roleMembership.communityId, community.id),
        or(
          isNull(roleMembership.validTo),
          gt(roleMembership.validTo, sql`greatest(clock_timestamp(), ${roleMembership.validFrom})`),
        ),
      ),
    )
    .orderBy(asc(person.name), asc(roleMembership.role))
    .limit(LONGEST_LIST);
}

/** The confirmed person with this address in any of its spellings. */
export async function findPersonByEmail(community: Community, email: string): Promise<string | null> {
  const [row] = await database()
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.communityId, community.id),
        eq(person.canonicalEmail, canonicalEmail(email)),
        isNotNull(person.confirmedAt),
      ),
    );
  return row?.id ?? null;
}

export type Member = { id: string; name: string; email: string; disabledAt: Date | null; roles: HeldRole[] };

/** A confirmed person with all roles ever held, newest first; null when the community has no such person. */
export async function findMember(community: Community, personId: string): Promise<Member | null> {
  const [row] = await database()
    .select({ id: person.id, name: person.name, email: person.email, disabledAt: person.disabledAt })
    .from(person)
    .where(and(eq(person.communityId, community.id), eq(person.id, personId), isNotNull(person.confirmedAt)));
  if (!row) return null;
  const granter = alias(person, "granter");
  const roles = await database()
    .select({
      id: roleMembership.id,
      role: roleMembership.role,
      validFrom: roleMembership.validFrom,
      validTo: roleMembership.validTo,
      state: sql<RoleState>`case when ${roleMembership.validTo} <= greatest(clock_timestamp(), ${roleMembership.validFrom}) then 'past'
        when ${roleMembership.validFrom} > clock_timestamp() then 'future' else 'current' end`,
      grantedBy: granter.name,
    })
    .from(roleMembership)
    .leftJoin(
      granter,
      and(eq(granter.communityId, roleMembership.communityId), eq(granter.id, roleMembership.grantedBy)),
    )
    .where(and(eq(roleMembership.communityId, community.id), eq(roleMembership.personId, personId)))
    .orderBy(desc(roleMembership.validFrom), desc(roleMembership.id))
    .limit(LONGEST_LIST);
  return { ...row, roles };
}
