import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { database } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { coAuthor, initiative, initiativeVersion } from "~db/schema/initiatives";
import { currentVersion } from "./initiative-queries.server";

export type Invitation = {
  number: number;
  title: string;
  language: Locale;
  /** Known to the invited person from the letter, also when the page does not show it. */
  authorName: string;
  answer: "waiting" | "accepted" | "declined";
  name: string;
};

/** The invitation behind a link from a letter; null for a token of another community or of nobody (S-5). */
export async function findInvitation(
  community: Community,
  token: string | undefined,
): Promise<Invitation | null> {
  if (!looksLikeToken(token)) return null;
  const [found] = await database()
    .select({
      number: initiative.number,
      title: initiative.title,
      language: initiativeVersion.language,
      authorName: initiative.authorName,
      name: coAuthor.name,
      acceptedAt: coAuthor.acceptedAt,
      declinedAt: coAuthor.declinedAt,
    })
    .from(coAuthor)
    .innerJoin(
      initiative,
      and(eq(initiative.communityId, coAuthor.communityId), eq(initiative.id, coAuthor.initiativeId)),
    )
    .innerJoin(initiativeVersion, currentVersion)
    .where(and(eq(coAuthor.communityId, community.id), eq(coAuthor.tokenHash, hashSecretToken(token))));
  if (!found) return null;
  const { acceptedAt, declinedAt, name, ...rest } = found;
  const answer = declinedAt ? "declined" : acceptedAt ? "accepted" : "waiting";
  return { ...rest, answer, name: name ?? "" };
}
