import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { session } from "~db/schema/identity";
import { ageSessions, plantPerson } from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import {
  beginSession,
  blankSessionCookie,
  currentSession,
  endAllSessions,
  endSession,
  listSessions,
} from "./lucia.server";
import { sessionAdapter } from "./session-adapter.server";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("sessions");
});

const cookieOf = (token: string) => `other=1; __Host-session=${token}`;
const viewerOf = async (token: string, at = community) => (await currentSession(at, cookieOf(token))).viewer;

async function signedIn() {
  const person = await plantPerson(community);
  const begun = await beginSession(community, person.id, "Firefox, Linux");
  return { person, ...begun };
}

function storedSessions(personId: string) {
  return database()
    .select({ tokenHash: session.tokenHash, device: session.device, expiresAt: session.expiresAt })
    .from(session)
    .where(and(eq(session.communityId, community.id), eq(session.personId, personId)));
}

describe("sessions", () => {
  it("S-12 L-2 keeps only the hash of a random token, and finds the session by the token", async () => {
    const { person, token } = await signedIn();
    expect(token.length).toBeGreaterThanOrEqual(26);
    const [row] = await storedSessions(person.id);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.tokenHash).toMatch(/^[\w-]{43}$/);
    expect(await viewerOf(token)).toMatchObject({ kind: "person", id: person.id });
  });

  it("S-12 makes another token each time", async () => {
    const { person, token } = await signedIn();
    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => beginSession(community, person.id, "")),
    );
    expect(new Set([token, ...tokens.map((each) => each.token)]).size).toBe(21);
  });

  it("S-14 L-4 names its cookie __Host-, secure, unreadable for scripts, lax, without a domain", async () => {
    const { cookie } = await signedIn();
    expect(cookie).toMatch(/^__Host-session=/);
    for (const word of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(word);
    expect(cookie).not.toMatch(/domain/i);
    expect(blankSessionCookie(community)).toMatch(/^__Host-session=;.*Max-Age=0/);
  });

  it("L-3 refuses a stored hash that is used as a cookie", async () => {
    const { person } = await signedIn();
    const [row] = await storedSessions(person.id);
    expect(await viewerOf(row?.tokenHash ?? "")).toEqual({ kind: "guest" });
  });

  it("L-3 ends one session by its hash, which the library's own way would not find", async () => {
    const { person, token } = await signedIn();
    const other = await beginSession(community, person.id, "Chrome, Android");
    const [newest] = await listSessions(community, person.id);
    expect(newest?.device).toBe("Chrome, Android");
    await sessionAdapter(community.id, "").deleteSession(newest?.hash ?? "");
    expect(await storedSessions(person.id)).toHaveLength(2);
    await endSession(community, person.id, newest?.hash ?? "");
    expect(await viewerOf(other.token)).toEqual({ kind: "guest" });
    expect(await viewerOf(token)).toMatchObject({ id: person.id });
  });

  it("S-17 does not end the session of somebody else", async () => {
    const { person, token } = await signedIn();
    const stranger = await plantPerson(community);
    const [own] = await listSessions(community, person.id);
    await endSession(community, stranger.id, own?.hash ?? "");
    expect(await viewerOf(token)).toMatchObject({ id: person.id });
  });

  it("S-16 ends all sessions at once", async () => {
    const { person, token } = await signedIn();
    const { token: second } = await beginSession(community, person.id, "");
    await endAllSessions(community, person.id);
    expect([await viewerOf(token), await viewerOf(second)]).toEqual([{ kind: "guest" }, { kind: "guest" }]);
    expect((await currentSession(community, cookieOf(token))).cookie).toMatch(/Max-Age=0/);
  });

  it("S-5 a token of one community opens nothing in another", async () => {
    const { token } = await signedIn();
    const elsewhere = await plantCommunity("elsewhere");
    expect(await viewerOf(token, elsewhere)).toEqual({ kind: "guest" });
    expect(await viewerOf(token)).toMatchObject({ kind: "person" });
  });
});

describe("the limits of a session", () => {
  it("S-15 ends after 14 days without a visit", async () => {
    const { person, token } = await signedIn();
    await ageSessions(community, person.id, { created: 13, idle: 13 });
    expect(await viewerOf(token)).toMatchObject({ id: person.id });
    const late = await signedIn();
    await ageSessions(community, late.person.id, { created: 15, idle: 15 });
    expect(await viewerOf(late.token)).toEqual({ kind: "guest" });
    expect(await listSessions(community, late.person.id)).toEqual([]);
  });

  it("S-15 L-4 a visit moves the idle limit, but never the absolute one of 60 days", async () => {
    const { person, token } = await signedIn();
    await ageSessions(community, person.id, { created: 59, idle: 10 });
    const renewed = await currentSession(community, cookieOf(token));
    expect(renewed.cookie).toContain(`__Host-session=${token}`);
    const [row] = await storedSessions(person.id);
    const daysLeft = ((row?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(daysLeft).toBeGreaterThan(13);
    await ageSessions(community, person.id, { created: 2 });
    expect(await viewerOf(token)).toEqual({ kind: "guest" });
    expect(await listSessions(community, person.id)).toEqual([]);
  });
});
