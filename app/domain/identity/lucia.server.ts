import { Lucia, TimeSpan } from "lucia";
import type { Community } from "~/domain/communities/community";
import { hashToken, sessionAdapter } from "./session-adapter.server";
import type { Viewer } from "./viewer";
import { findPerson } from "./viewer-queries.server";

declare module "lucia" {
  interface Register {
    Lucia: Lucia;
  }
}

/** Days without a visit after which a session ends (S-15). */
const IDLE_DAYS = 14;

/** The one place that knows Lucia (L-1): begin, current, end. */
function lucia(community: Community, device = "") {
  return new Lucia(sessionAdapter(community.id, device), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, "d"),
    sessionCookie: {
      name: "__Host-session",
      attributes: { secure: true, sameSite: "lax", path: "/" },
    },
  });
}

export type CurrentSession = { viewer: Viewer; token: string | null; tokenHash: string | null; cookie: string | null };

/** Who the cookie belongs to. `cookie` is a value for `Set-Cookie` when the session was renewed or is over. */
export async function currentSession(community: Community, cookieHeader: string): Promise<CurrentSession> {
  const auth = lucia(community);
  const token = auth.readSessionCookie(cookieHeader);
  const guest: CurrentSession = { viewer: { kind: "guest" }, token: null, tokenHash: null, cookie: null };
  if (!token) return guest;
  const { session } = await auth.validateSession(token);
  const person = session ? await findPerson(community, session.userId) : null;
  if (!session || !person) return { ...guest, cookie: auth.createBlankSessionCookie().serialize() };
  const cookie = session.fresh ? auth.createSessionCookie(token).serialize() : null;
  return { viewer: person, token, tokenHash: hashToken(token), cookie };
}

/** Begins a session with a new token and returns the value for `Set-Cookie` (S-12, S-13, S-14). */
export async function beginSession(community: Community, personId: string, device: string): Promise<string> {
  const auth = lucia(community, device);
  const session = await auth.createSession(personId, {});
  return auth.createSessionCookie(session.id).serialize();
}

/** The value for `Set-Cookie` that makes the browser forget its session. */
export function blankSessionCookie(community: Community): string {
  return lucia(community).createBlankSessionCookie().serialize();
}
