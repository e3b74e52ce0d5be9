import { createHash } from "node:crypto";
import { and, eq, not, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser, UserId } from "lucia";
import { database } from "~/platform/database.server";
import { session } from "~db/schema/identity";
import { findSessionOwner } from "./viewer-queries.server";

/** Days a session lives at most, however often it is used (S-15, L-4). */
const ABSOLUTE_DAYS = 60;

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/**
 * Lucia's storage for one community. Lucia calls the cookie's token the session id; only its SHA-256 reaches
 * the database, and the raw token goes back to Lucia as `id` (L-2).
 */
export function sessionAdapter(communityId: string, device: string): Adapter {
  const own = eq(session.communityId, communityId);
  const byToken = (token: string) => and(own, eq(session.tokenHash, hashToken(token)));
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const found = await findSessionOwner(communityId, hashToken(token), ABSOLUTE_DAYS);
      if (!found) return [null, null];
      const { ownerId, expiresAt, person } = found;
      return [
        { id: token, userId: ownerId, expiresAt, attributes: {} },
        { id: ownerId, attributes: { person } },
      ];
    },
    async getUserSessions(userId: UserId): Promise<DatabaseSession[]> {
      const rows = await database()
        .select({ id: session.tokenHash, userId: session.personId, expiresAt: session.expiresAt })
        .from(session)
        .where(and(own, eq(session.personId, userId)));
      return rows.map((row) => ({ ...row, attributes: {} }));
    },
    async setSession({ id, userId, expiresAt }) {
      await database()
        .insert(session)
        .values({ communityId, tokenHash: hashToken(id), personId: userId, device, expiresAt });
    },
    async updateSessionExpiration(token, expiresAt) {
      await database()
        .update(session)
        .set({ expiresAt, lastSeenAt: sql`clock_timestamp()` })
        .where(byToken(token));
    },
    async deleteSession(token) {
      await database().delete(session).where(byToken(token));
    },
    async deleteUserSessions(userId: UserId) {
      await database()
        .delete(session)
        .where(and(own, eq(session.personId, userId)));
    },
    async deleteExpiredSessions() {
      await database()
        .delete(session)
        .where(and(own, not(isAlive())));
    },
  };
}

/** Neither idle for too long nor too old, by the database's clock (S-15). */
export function isAlive() {
  const oldest = sql`clock_timestamp() - make_interval(days => ${ABSOLUTE_DAYS})`;
  return sql`(${session.expiresAt} > clock_timestamp() and ${session.createdAt} > ${oldest})`;
}
