import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { mailLink } from "~db/schema/identity";
import { hashToken } from "./session-adapter.server";

export type LinkPurpose = "confirm" | "reset";

/** Hours a link works. A day, as many letters a day are sent as the limits allow, so one of them always works. */
const HOURS: Record<LinkPurpose, number> = { confirm: 48, reset: 24 };

/** Makes a link of 256 random bits and returns its token; only its hash is kept (S-12, S-25). */
export async function createMailLink(
  tx: Transaction,
  community: Community,
  personId: string,
  purpose: LinkPurpose,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = sql`clock_timestamp() + make_interval(hours => ${HOURS[purpose]})`;
  await tx
    .insert(mailLink)
    .values({ communityId: community.id, tokenHash: hashToken(token), personId, purpose, expiresAt });
  return token;
}

/** Uses a link up and tells whose it was; null when it was used, is over, or never was. */
export async function spendMailLink(
  tx: Transaction,
  community: Community,
  token: string,
  purpose: LinkPurpose,
): Promise<string | null> {
  const [row] = await tx
    .update(mailLink)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(
      and(
        isLink(community, token, purpose),
        isNull(mailLink.usedAt),
        sql`${mailLink.expiresAt} > clock_timestamp()`,
      ),
    )
    .returning({ personId: mailLink.personId });
  return row?.personId ?? null;
}

export function isLink(community: Community, token: string, purpose: LinkPurpose) {
  return and(
    eq(mailLink.communityId, community.id),
    eq(mailLink.tokenHash, hashToken(token)),
    eq(mailLink.purpose, purpose),
  );
}
