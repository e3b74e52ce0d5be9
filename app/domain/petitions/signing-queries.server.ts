import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { preparedQuery } from "~/platform/prepared-query.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { petition } from "~db/schema/petitions";
import { pendingSignature, petitionCount, signature, signatureAnnulment } from "~db/schema/signatures";
import { type OwnSignature, ownSignature } from "./own-signature";

const petitionColumns = {
  id: petition.id,
  number: petition.number,
  state: petition.state,
  rules: petition.rules,
  title: petition.title,
  demand: petition.demand,
  grounds: petition.grounds,
  addressee: petition.addressee,
  authorName: petition.authorName,
  language: petition.language,
  openedAt: petition.openedAt,
  closesAt: petition.closesAt,
  hiddenAt: petition.hiddenAt,
};

const withCount = and(
  eq(petitionCount.communityId, petition.communityId),
  eq(petitionCount.petitionId, petition.id),
);
const published = sql<number>`coalesce(${petitionCount.signatures}, 0)::int`;

/** Its public number, or the link that the author gives to first signatories. */
export type PetitionAddress = { number: number } | { secondToken: string | undefined };

export type PetitionToSign = NonNullable<Awaited<ReturnType<typeof findPetitionToSign>>>;

/** What a signer must know of a petition, with its published count. */
export async function findPetitionToSign(community: Community, by: PetitionAddress) {
  const own = addressed(by);
  if (!own) return null;
  const [found] = await database()
    .select({ ...petitionColumns, signatures: published })
    .from(petition)
    .leftJoin(petitionCount, withCount)
    .where(and(eq(petition.communityId, community.id), own));
  return found ?? null;
}

function addressed(by: PetitionAddress): SQL | null {
  if ("number" in by) return eq(petition.number, by.number);
  return looksLikeToken(by.secondToken) ? eq(petition.secondHash, hashSecretToken(by.secondToken)) : null;
}

/** How a signer stands in a petition. */
export async function findOwnSignature(
  community: Community,
  { petitionId, signerKey }: { petitionId: string; signerKey: string },
): Promise<OwnSignature> {
  const [row] = await database()
    .select({ number: signatureAnnulment.number, cause: signatureAnnulment.cause })
    .from(signature)
    .leftJoin(
      signatureAnnulment,
      and(
        eq(signatureAnnulment.communityId, signature.communityId),
        eq(signatureAnnulment.petitionId, signature.petitionId),
        eq(signatureAnnulment.signerKey, signature.signerKey),
      ),
    )
    .where(
      and(
        eq(signature.communityId, community.id),
        eq(signature.petitionId, petitionId),
        eq(signature.signerKey, signerKey),
      ),
    )
    .orderBy(desc(signatureAnnulment.number))
    .limit(1);
  const newest = row?.number && row.cause ? { number: row.number, cause: row.cause } : null;
  return ownSignature(row !== undefined, newest);
}

export type Asking = NonNullable<Awaited<ReturnType<typeof readAsking>>>;

/** What a mail link stands for. Reading uses nothing up (S-25); only the hash of the token is stored (S-12). */
export async function findAsking(community: Community, token: string | undefined): Promise<Asking | null> {
  return looksLikeToken(token) ? await readAsking(community, hashSecretToken(token)) : null;
}

const asked = preparedQuery((from) =>
  from
    .select({
      tokenHash: pendingSignature.tokenHash,
      signerKey: pendingSignature.signerKey,
      name: pendingSignature.name,
      email: pendingSignature.email,
      showName: pendingSignature.showName,
      wantsNews: pendingSignature.wantsNews,
      districtId: pendingSignature.districtId,
      basis: pendingSignature.basis,
      language: pendingSignature.language,
      addressHash: pendingSignature.addressHash,
      networkHash: pendingSignature.networkHash,
      isConfirmed: sql<boolean>`${pendingSignature.confirmedAt} is not null`,
      isOver: sql<boolean>`${pendingSignature.confirmedAt} is null
        and ${pendingSignature.expiresAt} <= clock_timestamp()`,
      petition: { ...petitionColumns, signatures: published },
    })
    .from(pendingSignature)
    .innerJoin(
      petition,
      and(
        eq(petition.communityId, pendingSignature.communityId),
        eq(petition.id, pendingSignature.petitionId),
      ),
    )
    .leftJoin(petitionCount, withCount)
    .where(
      and(
        eq(pendingSignature.communityId, sql.placeholder("communityId")),
        eq(pendingSignature.tokenHash, sql.placeholder("tokenHash")),
      ),
    )
    .prepare("asked"),
);

async function readAsking(community: Community, tokenHash: string) {
  const [found] = await asked().execute({ communityId: community.id, tokenHash });
  return found ?? null;
}

/** The newest asking of the same mailbox for another petition. */
export async function findWaitingAsking(
  community: Community,
  asking: Asking,
  number: number,
): Promise<Asking | null> {
  const waiting = await listWaitingAskings(community, asking);
  const named = waiting.find((each) => each.number === number);
  return named ? await readAsking(community, named.tokenHash) : null;
}

/**
 * Everything that waits for a yes of one mailbox, which the holder of any of its links may see: the page that the
 * last letter of a day leads to. One line for each petition, the newest asking.
 */
export async function listWaitingAskings(community: Community, { signerKey }: { signerKey: string }) {
  return await database()
    .selectDistinctOn([petition.number], {
      tokenHash: pendingSignature.tokenHash,
      number: petition.number,
      title: petition.title,
      language: petition.language,
      state: petition.state,
      name: pendingSignature.name,
    })
    .from(pendingSignature)
    .innerJoin(
      petition,
      and(
        eq(petition.communityId, pendingSignature.communityId),
        eq(petition.id, pendingSignature.petitionId),
      ),
    )
    .where(
      and(
        eq(pendingSignature.communityId, community.id),
        eq(pendingSignature.signerKey, signerKey),
        isNull(pendingSignature.confirmedAt),
        sql`${pendingSignature.expiresAt} > clock_timestamp()`,
      ),
    )
    .orderBy(petition.number, desc(pendingSignature.createdAt))
    .limit(100);
}
