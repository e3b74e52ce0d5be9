import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { mailLink, person } from "~db/schema/identity";
import { isLink, type LinkPurpose } from "./mail-link.server";

export type LinkState = "works" | "used" | "over";

/** What can be said about a link before anybody presses its button; reading uses nothing up (S-25). */
export async function readMailLink(
  community: Community,
  token: string,
  purpose: LinkPurpose,
): Promise<LinkState> {
  const [row] = await database()
    .select({
      used: sql<boolean>`${mailLink.usedAt} is not null`,
      confirmed: sql<boolean>`${person.confirmedAt} is not null`,
      alive: sql<boolean>`${mailLink.expiresAt} > clock_timestamp()`,
    })
    .from(mailLink)
    .innerJoin(person, and(eq(person.communityId, mailLink.communityId), eq(person.id, mailLink.personId)))
    .where(isLink(community, token, purpose));
  if (!row) return "over";
  if (row.used || (purpose === "confirm" && row.confirmed)) return "used";
  return row.alive ? "works" : "over";
}
