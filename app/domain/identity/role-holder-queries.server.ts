import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { database, type Queryable } from "~/platform/database.server";
import { person, roleMembership } from "~db/schema/identity";
import type { Role } from "./viewer";

export type RoleHolder = { id: string; email: string; language: Locale };

const LONGEST_LIST = 200;

/** Who holds a role at this instant, with the mailbox and language for letters of the office. */
export async function listRoleHolders(
  community: Community,
  role: Role,
  from: Queryable = database(),
): Promise<RoleHolder[]> {
  const now = sql`clock_timestamp()`;
  return await from
    .selectDistinct({ id: person.id, email: person.email, language: person.language })
    .from(roleMembership)
    .innerJoin(
      person,
      and(eq(person.communityId, roleMembership.communityId), eq(person.id, roleMembership.personId)),
    )
    .where(
      and(
        eq(roleMembership.communityId, community.id),
        eq(roleMembership.role, role),
        lte(roleMembership.validFrom, now),
        or(isNull(roleMembership.validTo), gt(roleMembership.validTo, now)),
        isNotNull(person.confirmedAt),
        isNull(person.disabledAt),
      ),
    )
    .orderBy(asc(person.id))
    .limit(LONGEST_LIST);
}
