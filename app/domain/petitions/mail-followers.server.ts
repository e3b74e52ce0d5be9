import { and, asc, eq, gt, lte, ne, type SQL, sql } from "drizzle-orm";
import { canonicalEmail } from "~/domain/identity/email";
import type { Sender } from "~/domain/identity/letters";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { petition, petitionFollower, petitionMailing } from "~db/schema/petitions";
import { leaveToken } from "./leave-token.server";
import { mailingLetter, type News } from "./mailing-letter";
import { findNews } from "./news-queries.server";

/** Few enough that a batch is written in well under a second. */
const AT_ONCE = 500;

/**
 * Writes the next letters of a mailing, each in its reader's language. The letters and the mark how far it came are
 * one transaction, and the mark moves only from where it was read: whoever is killed here goes on there, and a twin
 * writes nothing (F-13). `done` when nobody is left.
 */
export async function mailFollowers(sender: Sender, mailingId: string): Promise<"more" | "done"> {
  return await transaction(async (tx) => {
    const mailing = await readMailing(tx, sender, mailingId);
    if (!mailing || mailing.done) return "done";
    const readers = await listReaders(tx, sender, mailing);
    const author = mailing.after === null ? await findAuthor(tx, sender, mailing.petitionId) : null;
    const isLast = readers.length < AT_ONCE;
    const after = readers.at(-1)?.id ?? mailing.after;
    const sent = readers.length + (author ? 1 : 0);
    if (!(await moveMark(tx, sender, mailing, { after, sent, isLast }))) return "more";
    await writeLetters(tx, sender, mailing, { author, readers });
    return isLast ? "done" : "more";
  });
}

type Batch = { author: Pick<Reader, "email" | "language"> | null; readers: readonly Reader[] };

async function writeLetters(tx: Transaction, sender: Sender, mailing: Mailing, { author, readers }: Batch) {
  const news = await findNews(tx, sender.community, mailing);
  if (author) await queueMail(tx, sender.community, letterTo(sender, news, author, null));
  for (const reader of readers) {
    const token = await standingToken(tx, sender, reader);
    await queueMail(tx, sender.community, letterTo(sender, news, reader, token));
  }
}

type Mailing = NonNullable<Awaited<ReturnType<typeof readMailing>>>;
type Reader = Awaited<ReturnType<typeof listReaders>>[number];

function letterTo(
  sender: Sender,
  news: News,
  { email, language }: Pick<Reader, "email" | "language">,
  token: string | null,
) {
  const leaveAddress = token && `${sender.origin}/${language}/petitions/leave/${token}`;
  return { recipient: email, language, leaveAddress, ...mailingLetter(news, sender, language, leaveAddress) };
}

async function readMailing(tx: Transaction, { community }: Sender, id: string) {
  const [mailing] = await tx
    .select({
      id: petitionMailing.id,
      petitionId: petitionMailing.petitionId,
      about: petitionMailing.about,
      after: petitionMailing.after,
      createdAt: petitionMailing.createdAt,
      done: sql<boolean>`${petitionMailing.doneAt} is not null`,
    })
    .from(petitionMailing)
    .where(and(eq(petitionMailing.communityId, community.id), eq(petitionMailing.id, id)));
  return mailing ?? null;
}

/** Those who followed when the step was taken; who came later has read of it on the page. */
async function listReaders(
  tx: Transaction,
  { community }: Sender,
  { petitionId, after, createdAt }: Mailing,
) {
  return await tx
    .select({
      id: petitionFollower.id,
      email: petitionFollower.email,
      language: petitionFollower.language,
      leaveHash: petitionFollower.leaveHash,
    })
    .from(petitionFollower)
    .where(
      and(
        eq(petitionFollower.communityId, community.id),
        eq(petitionFollower.petitionId, petitionId),
        lte(petitionFollower.createdAt, createdAt),
        after === null ? undefined : gt(petitionFollower.id, after),
      ),
    )
    .orderBy(asc(petitionFollower.id))
    .limit(AT_ONCE);
}

type Mark = { after: string | null; sent: number; isLast: boolean };

async function moveMark(
  tx: Transaction,
  { community }: Sender,
  mailing: Mailing,
  { after, sent, isLast }: Mark,
): Promise<boolean> {
  const from: SQL = sql`${petitionMailing.after} is not distinct from ${mailing.after}::uuid`;
  const [moved] = await tx
    .update(petitionMailing)
    .set({
      after,
      sent: sql`${petitionMailing.sent} + ${sent}`,
      doneAt: isLast ? sql`clock_timestamp()` : null,
    })
    .where(
      and(
        eq(petitionMailing.communityId, community.id),
        eq(petitionMailing.id, mailing.id),
        from,
        sql`${petitionMailing.doneAt} is null`,
      ),
    )
    .returning({ id: petitionMailing.id });
  return moved !== undefined;
}

/** The author is told as well, once: a follower with the same mailbox gets the follower's letter. */
async function findAuthor(tx: Transaction, { community }: Sender, petitionId: string) {
  const [author] = await tx
    .select({ email: petition.authorEmail, language: petition.language })
    .from(petition)
    .where(
      and(eq(petition.communityId, community.id), eq(petition.id, petitionId), ne(petition.authorEmail, "")),
    );
  if (!author) return null;
  const following = await tx.$count(
    petitionFollower,
    and(
      eq(petitionFollower.communityId, community.id),
      eq(petitionFollower.petitionId, petitionId),
      eq(petitionFollower.canonicalEmail, canonicalEmail(author.email)),
    ),
  );
  return following > 0 ? null : author;
}

/** The link of the letter must be known: after a change of the installation's secret its hash is stored anew. */
async function standingToken(
  tx: Transaction,
  { community }: Sender,
  { id, leaveHash }: Reader,
): Promise<string> {
  const token = leaveToken(community, id);
  const hash = hashSecretToken(token);
  if (hash !== leaveHash) {
    await tx
      .update(petitionFollower)
      .set({ leaveHash: hash })
      .where(and(eq(petitionFollower.communityId, community.id), eq(petitionFollower.id, id)));
  }
  return token;
}
