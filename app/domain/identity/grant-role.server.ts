import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { person, roleMembership } from "~db/schema/identity";
import type { Administrator, Role } from "./viewer";

/** `from` and `until` are calendar days in the community's zone; without them from now on, and without end. */
export type Grant = { personId: string; role: Role; from: string | null; until: string | null };

/** Gives a person a role for a time. It counts from the next request on (S-6) and stands in the public log. */
export async function grantRole(
  community: Community,
  administrator: Administrator,
  { personId, role, from, until }: Grant,
): Promise<Outcome<string, "no_such_person" | "already_held" | "until_past">> {
  const startOf = (day: string) => sql`(${day}::date::timestamp at time zone ${community.zone})`;
  const validFrom = from
    ? sql<Date>`greatest(clock_timestamp(), ${startOf(from)})`
    : sql<Date>`clock_timestamp()`;
  return await transaction(async (tx) => {
    const [found] = await tx
      .select({ ended: until ? sql<boolean>`${startOf(until)} <= clock_timestamp()` : sql<boolean>`false` })
      .from(person)
      .where(
        and(eq(person.communityId, community.id), eq(person.id, personId), isNotNull(person.confirmedAt)),
      )
      .for("update");
    if (!found) return refused("no_such_person");
    if (found.ended) return refused("until_past");
    const held = await holdsFrom(tx, community, personId, role, validFrom);
    if (held) return refused("already_held");
    const id = newId();
    const validTo = until ? sql<Date>`${startOf(until)}` : null;
    await tx.insert(roleMembership).values({
      communityId: community.id,
      id,
      personId,
      role,
      validFrom,
      validTo,
      grantedBy: administrator.id,
    });
    await recordAct(tx, community, {
      act: "identity.grant_role",
      actorId: administrator.id,
      subjectKind: "role_membership",
      subjectId: id,
      details: { person: personId, role, from, until },
    });
    return done(id);
  });
}

/** Whether a membership in the role goes on at or after an instant, so that another one would overlap. */
async function holdsFrom(
  tx: Transaction,
  community: Community,
  personId: string,
  role: Role,
  instant: SQL<Date>,
): Promise<boolean> {
  const [held] = await tx
    .select({ id: roleMembership.id })
    .from(roleMembership)
    .where(
      and(
        eq(roleMembership.communityId, community.id),
        eq(roleMembership.personId, personId),
        eq(roleMembership.role, role),
        or(
          isNull(roleMembership.validTo),
          gt(roleMembership.validTo, sql`greatest(${instant}, ${roleMembership.validFrom})`),
        ),
      ),
    );
  return held !== undefined;
}
