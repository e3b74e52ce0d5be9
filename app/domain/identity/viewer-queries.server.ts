import { and, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type PgColumn, QueryBuilder } from "drizzle-orm/pg-core";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { preparedQuery } from "~/platform/prepared-query.server";
import { person, residence, roleMembership, session } from "~db/schema/identity";
import type { ResidenceBasis } from "./residence";
import type { Person, Role } from "./viewer";

const columns = {
  id: person.id,
  name: person.name,
  email: person.email,
  language: person.language,
  bornOn: person.bornOn,
  districtId: residence.districtId,
  basis: residence.basis,
  verifiedAt: residence.verifiedAt,
};

const ofPerson = and(
  eq(residence.communityId, person.communityId),
  eq(residence.personId, person.id),
  isNull(residence.validTo),
);

const isActive = and(isNotNull(person.confirmedAt), isNull(person.disabledAt));

/** A confirmed, not disabled person with the roles held at this instant (S-6) and the current residence. */
export async function findPerson(community: Community, personId: string): Promise<Person | null> {
  const [row] = await database()
    .select({ ...columns, roles: currentRoles(person.communityId, person.id) })
    .from(person)
    .leftJoin(residence, ofPerson)
    .where(and(eq(person.communityId, community.id), eq(person.id, personId), isActive));
  return row ? toPerson(row) : null;
}

const sessionOwner = preparedQuery((from) =>
  from
    .select({
      ownerId: session.personId,
      expiresAt: session.expiresAt,
      ...columns,
      roles: currentRoles(session.communityId, session.personId),
    })
    .from(session)
    .leftJoin(
      person,
      and(eq(person.communityId, session.communityId), eq(person.id, session.personId), isActive),
    )
    .leftJoin(residence, ofPerson)
    .where(
      and(
        eq(session.communityId, sql.placeholder("communityId")),
        eq(session.tokenHash, sql.placeholder("tokenHash")),
        sql`${session.expiresAt} > clock_timestamp()`,
        sql`${session.createdAt} > clock_timestamp() - make_interval(days => ${sql.placeholder("days")}::int)`,
      ),
    )
    .prepare("session_owner"),
);

/**
 * Whose session it is and when it ends, unless it has ended or is older than so many days; one statement for each
 * request of somebody who is signed in. The person is null when they may not act any more.
 */
export async function findSessionOwner(
  communityId: string,
  tokenHash: string,
  days: number,
): Promise<{ ownerId: string; expiresAt: Date; person: Person | null } | null> {
  const [row] = await sessionOwner().execute({ communityId, tokenHash, days });
  if (!row) return null;
  const { ownerId, expiresAt, id, name, email, language, ...rest } = row;
  const isComplete = id !== null && name !== null && email !== null && language !== null;
  const owner = isComplete ? toPerson({ id, name, email, language, ...rest }) : null;
  return { ownerId, expiresAt, person: owner };
}

type PersonRow = Omit<Person, "kind" | "residence"> & {
  districtId: string | null;
  basis: ResidenceBasis | null;
  verifiedAt: Date | null;
};

function toPerson({ districtId, basis, verifiedAt, ...rest }: PersonRow): Person {
  const home = districtId && basis ? { districtId, basis, verified: verifiedAt !== null } : null;
  return { kind: "person", ...rest, residence: home };
}

/** Inside the same statement: every request of a person who is signed in asks for them. */
function currentRoles(communityId: PgColumn, personId: PgColumn): SQL<Role[]> {
  const now = sql`clock_timestamp()`;
  const held = new QueryBuilder()
    .select({ role: roleMembership.role })
    .from(roleMembership)
    .where(
      and(
        eq(roleMembership.communityId, communityId),
        eq(roleMembership.personId, personId),
        lte(roleMembership.validFrom, now),
        or(isNull(roleMembership.validTo), gt(roleMembership.validTo, now)),
      ),
    );
  return sql<Role[]>`array(${held})`;
}
