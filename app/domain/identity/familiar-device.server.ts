import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { familiarDevice } from "~db/schema/identity";
import { hashToken } from "./session-adapter.server";

/** Whether this person has signed in before in the browser that carries the token. */
export async function isFamiliar(community: Community, personId: string, token: string): Promise<boolean> {
  const [row] = await database()
    .select({ one: sql`1` })
    .from(familiarDevice)
    .where(
      and(
        eq(familiarDevice.communityId, community.id),
        eq(familiarDevice.personId, personId),
        eq(familiarDevice.tokenHash, hashToken(token)),
      ),
    );
  return row !== undefined;
}

/** Notes that a person signed in here; returns the token for the browser's cookie, a new one if it had none. */
export async function rememberDevice(
  community: Community,
  personId: string,
  known: string | null,
): Promise<string> {
  const token = known ?? randomBytes(16).toString("base64url");
  await database()
    .insert(familiarDevice)
    .values({ communityId: community.id, personId, tokenHash: hashToken(token) })
    .onConflictDoUpdate({
      target: [familiarDevice.communityId, familiarDevice.personId, familiarDevice.tokenHash],
      set: { lastUsedAt: sql`clock_timestamp()` },
    });
  return token;
}
