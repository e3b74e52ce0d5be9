import { and, asc, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { roleMembership } from "~db/schema/identity";
import { plantAdministrator, plantPerson } from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { disablePerson } from "./disable-person.server";
import { enablePerson } from "./enable-person.server";
import { endRole } from "./end-role.server";
import { grantRole } from "./grant-role.server";
import { currentSession } from "./lucia.server";
import { findMember, findPersonByEmail, listStaff } from "./member-queries.server";
import { openDoor } from "./open-door.server";
import type { Administrator, Person, Role } from "./viewer";
import { findPerson } from "./viewer-queries.server";

let number = 0;
let community: Community;
let administrator: Administrator;
let person: Person;
beforeAll(async () => {
  await plantCommunity("roles-first");
});
beforeEach(async () => {
  number += 1;
  community = await plantCommunity(`roles${number}`);
  administrator = await plantAdministrator(community);
  person = await plantPerson(community);
});

const give = (role: Role, from: string | null = null, until: string | null = null, personId = person.id) =>
  grantRole(community, administrator, { personId, role, from, until });
const rolesOf = async (id = person.id) => (await findPerson(community, id))?.roles;
const memberships = async () => (await findMember(community, person.id))?.roles ?? [];

describe("roles", () => {
  it("S-6 a role counts from the next request on and ends with it", async () => {
    const opened = await openDoor(community, person.id, { token: null, name: "" });
    const cookie = `__Host-session=${opened.done ? opened.value.session.token : ""}`;
    const now = async () => {
      const { viewer } = await currentSession(community, cookie);
      return viewer.kind === "person" ? viewer.roles : null;
    };
    expect(await now()).toEqual([]);
    const granted = await give("moderator");
    expect(await now()).toEqual(["moderator"]);
    await endRole(community, administrator, granted.done ? granted.value : "");
    expect(await now()).toEqual([]);
  });

  it("granting and ending stand in the log with who, whom and which", async () => {
    const granted = await give("clerk");
    const id = granted.done ? granted.value : "";
    await endRole(community, administrator, id);
    await endRole(community, administrator, id);
    const events = await database()
      .select({
        act: auditEvent.act,
        actorId: auditEvent.actorId,
        subjectId: auditEvent.subjectId,
        details: auditEvent.details,
      })
      .from(auditEvent)
      .where(eq(auditEvent.communityId, community.id))
      .orderBy(asc(auditEvent.createdAt));
    const about = { actorId: administrator.id, subjectId: id };
    expect(events).toMatchObject([
      { act: "identity.grant_role", ...about, details: { person: person.id, role: "clerk" } },
      { act: "identity.end_role", ...about, details: { person: person.id, role: "clerk" } },
    ]);
  });

  it("begins and ends on days of the community's zone", async () => {
    const granted = await give("reviewer", "2099-03-01", "2099-04-01");
    const [row] = await database()
      .select({
        from: sql<string>`valid_from at time zone 'UTC'`,
        to: sql<string>`valid_to at time zone 'UTC'`,
      })
      .from(roleMembership)
      .where(
        and(
          eq(roleMembership.communityId, community.id),
          eq(roleMembership.id, granted.done ? granted.value : ""),
        ),
      );
    expect([String(row?.from), String(row?.to)]).toEqual(["2099-02-28 22:00:00", "2099-03-31 21:00:00"]);
    expect(await rolesOf()).toEqual([]);
    expect(await memberships()).toMatchObject([{ role: "reviewer", state: "future" }]);
  });

  it("never begins in the past, and refuses an end that has passed", async () => {
    await give("clerk", "2001-01-01");
    const [held] = await memberships();
    expect(held?.validFrom.getFullYear()).toBeGreaterThan(2020);
    expect(await give("moderator", null, "2001-01-01")).toEqual({ done: false, reason: "until_past" });
  });

  it("is not given twice for the same days, also when asked eight times at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => give("moderator")));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.filter((each) => !each.done && each.reason === "already_held")).toHaveLength(7);
    expect(await give("moderator", "2099-01-01")).toEqual({ done: false, reason: "already_held" });
    expect(await give("clerk")).toMatchObject({ done: true });
  });

  it("that has not begun can be ended and never begins; then it can be given again", async () => {
    const granted = await give("moderator", "2099-01-01");
    await endRole(community, administrator, granted.done ? granted.value : "");
    expect(await memberships()).toMatchObject([{ state: "past" }]);
    expect(await give("moderator")).toMatchObject({ done: true });
    expect((await memberships()).map(({ state }) => state).sort()).toEqual(["current", "past"]);
  });

  it("S-5 are not given to people of another community, nor ended there", async () => {
    const other = await plantCommunity(`roles-other${number}`);
    const stranger = await plantPerson(other);
    expect(await give("clerk", null, null, stranger.id)).toEqual({ done: false, reason: "no_such_person" });
    const granted = await give("clerk");
    const outsider = await plantAdministrator(other);
    const ended = await endRole(other, outsider, granted.done ? granted.value : "");
    expect(ended).toEqual({ done: false, reason: "no_such_role" });
    expect(await rolesOf()).toEqual(["clerk"]);
    expect(await findMember(other, person.id)).toBeNull();
    expect(await findPersonByEmail(other, person.email)).toBeNull();
  });

  it("the last administrator cannot be dismissed, two at once do not dismiss each other", async () => {
    const own = (await findMember(community, administrator.id))?.roles[0]?.id ?? "";
    expect(await endRole(community, administrator, own)).toEqual({
      done: false,
      reason: "last_administrator",
    });
    expect(await disablePerson(community, administrator, administrator.id)).toMatchObject({
      reason: "last_administrator",
    });
    const second = await plantAdministrator(community);
    const other = (await findMember(community, second.id))?.roles[0]?.id ?? "";
    const outcomes = await Promise.all([
      endRole(community, administrator, other),
      endRole(community, second, own),
    ]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect((await listStaff(community)).filter(({ role }) => role === "administrator")).toHaveLength(1);
  });

  it("finds people by any spelling of their address", async () => {
    expect(await findPersonByEmail(community, person.email.toUpperCase().replace("@", "+tag@"))).toBe(
      person.id,
    );
  });
});

describe("closing an account", () => {
  it("S-16 ends its sessions at once; opening it again needs a new sign-in", async () => {
    await give("moderator");
    const opened = await openDoor(community, person.id, { token: null, name: "" });
    const cookie = `__Host-session=${opened.done ? opened.value.session.token : ""}`;
    await disablePerson(community, administrator, person.id);
    expect((await currentSession(community, cookie)).viewer.kind).toBe("guest");
    expect(await findPerson(community, person.id)).toBeNull();
    expect(await openDoor(community, person.id, { token: null, name: "" })).toMatchObject({ done: false });
    await enablePerson(community, administrator, person.id);
    expect((await currentSession(community, cookie)).viewer.kind).toBe("guest");
    expect(await rolesOf()).toEqual(["moderator"]);
  });
});
