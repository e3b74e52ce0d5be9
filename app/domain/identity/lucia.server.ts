import { and, desc, eq } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import type { Community } from "~/domain/communities/community";
import { database, type Transaction } from "~/platform/database.server";
import { session } from "~db/schema/identity";
import { hashToken, isAlive, sessionAdapter } from "./session-adapter.server";
import type { Person, Viewer } from "./viewer";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
    DatabaseUserAttributes: { person: Person | null };
  }
}

/** Days without a visit after which a session ends (S-15). */
const IDLE_DAYS = 14;

/** The one place that knows Lucia (L-1): begin, current, list, end. */
function lucia(community: Community, device = "") {
  return new Lucia(sessionAdapter(community.id, device), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, "d"),
    sessionCookie: {
      name: "__Host-session",
      attributes: { secure: true, sameSite: "lax", path: "/" },
    },
    getUserAttributes: ({ person }) => ({ person }),
  });
}

export type CurrentSession = {
  viewer: Viewer;
  token: string | null;
  tokenHash: string | null;
  cookie: string | null;
};

/** Who the cookie belongs to. `cookie` is a value for `Set-Cookie` when the session was renewed or is over. */
export async function currentSession(community: Community, cookieHeader: string): Promise<CurrentSession> {
  const auth = lucia(community);
  const token = auth.readSessionCookie(cookieHeader);
  const guest: CurrentSession = { viewer: { kind: "guest" }, token: null, tokenHash: null, cookie: null };
  if (!token) return guest;
  const { session: current, user } = await auth.validateSession(token);
  const person = user?.person;
  if (!current || !person) return { ...guest, cookie: auth.createBlankSessionCookie().serialize() };
  const cookie = current.fresh ? auth.createSessionCookie(token).serialize() : null;
  return { viewer: person, token, tokenHash: hashToken(token), cookie };
}

export type NewSession = { token: string; cookie: string };

/** Begins a session with a new token; `cookie` is the value for `Set-Cookie` (S-12, S-13, S-14). */
export async function beginSession(
  community: Community,
  personId: string,
  device: string,
): Promise<NewSession> {
  const auth = lucia(community, device);
  const { id: token } = await auth.createSession(personId, {});
  return { token, cookie: auth.createSessionCookie(token).serialize() };
}

/** The value for `Set-Cookie` that makes the browser forget its session. */
export function blankSessionCookie(community: Community): string {
  return lucia(community).createBlankSessionCookie().serialize();
}

/** `hash` names a session to its owner; it opens nothing (L-3). */
export type SessionSummary = { hash: string; device: string; createdAt: Date; lastSeenAt: Date };

/** The sessions of a person that have not ended, newest first (S-17). */
export async function listSessions(community: Community, personId: string): Promise<SessionSummary[]> {
  return await database()
    .select({
      hash: session.tokenHash,
      device: session.device,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(and(ownedBy(community, personId), isAlive()))
    .orderBy(desc(session.createdAt));
}

/** Ends one session of a person by its hash; another person's is left alone. */
export async function endSession(community: Community, personId: string, hash: string): Promise<void> {
  await database()
    .delete(session)
    .where(and(ownedBy(community, personId), eq(session.tokenHash, hash)));
}

/** Ends every session of a person at once (S-16), inside the transaction of the change that demands it. */
export async function endAllSessions(
  community: Community,
  personId: string,
  tx?: Transaction,
): Promise<void> {
  await (tx ?? database()).delete(session).where(ownedBy(community, personId));
}

function ownedBy(community: Community, personId: string) {
  return and(eq(session.communityId, community.id), eq(session.personId, personId));
}
