import { and, asc, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { askToSign } from "~/domain/petitions/ask-to-sign.server";
import type { SigningInput } from "~/domain/petitions/signing-form";
import { type Asking, findAsking, findPetitionToSign } from "~/domain/petitions/signing-queries.server";
import { database } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { pendingSignature, signature, signatureAnnulment } from "~db/schema/signatures";
import { lettersOf, type PlantedLetter } from "./identity";

let asked = 0;

/** A different address of another network for each asker, so that no limit meets two of them. */
export function nextAddress(): string {
  asked += 1;
  return `2001:db8:${asked.toString(16)}::1`;
}

function signingInput(given: Partial<SigningInput> = {}): SigningInput {
  return {
    name: "Марко Зразок",
    email: "marko@example.org",
    district: undefined,
    basis: "registered",
    ofAge: true,
    showName: false,
    news: false,
    ...given,
  };
}

/** Asks for a signature by mail, from an address of its own unless said. */
export async function askByLetter(
  community: Community,
  number: number,
  given: Partial<SigningInput> = {},
  clientAddress = nextAddress(),
) {
  const found = await findPetitionToSign(community, { number });
  if (!found) throw new Error("the petition is not there");
  const sender = { community, origin: "https://petitions.example.org" };
  const input = signingInput(given);
  return await askToSign(sender, { petition: found, input, language: "uk", clientAddress });
}

/** Letters to one address in the order they were queued. */
export async function lettersTo(community: Community, recipient: string): Promise<PlantedLetter[]> {
  return (await lettersOf(community)).filter((letter) => letter.recipient === recipient);
}

/** The token of the newest letter to an address. */
export async function newestToken(community: Community, recipient: string): Promise<string> {
  const letters = await lettersTo(community, recipient);
  return /\/petitions\/confirm\/([0-9a-f]{40})/.exec(letters.at(-1)?.body ?? "")?.[1] ?? "";
}

/** Asks by letter and opens the link of the letter. */
export async function askedSignature(
  community: Community,
  number: number,
  given: Partial<SigningInput> & { email: string },
): Promise<{ token: string; asking: Asking }> {
  await askByLetter(community, number, given);
  const token = await newestToken(community, given.email);
  const asking = await findAsking(community, token);
  if (!asking) throw new Error("no letter with a link came");
  return { token, asking };
}

/** The rows of a petition's signatures, oldest first. */
export async function signaturesOf(community: Community, petitionId: string) {
  const { signerKey, channel, name, showName, districtId, personId } = signature;
  return await database()
    .select({ signerKey, channel, name, showName, districtId, personId })
    .from(signature)
    .where(and(eq(signature.communityId, community.id), eq(signature.petitionId, petitionId)))
    .orderBy(asc(signature.signedAt));
}

/** Numbers and causes of all annulments of a petition, in order. */
export async function annulmentsOf(community: Community, petitionId: string) {
  return await database()
    .select({ number: signatureAnnulment.number, cause: signatureAnnulment.cause })
    .from(signatureAnnulment)
    .where(
      and(eq(signatureAnnulment.communityId, community.id), eq(signatureAnnulment.petitionId, petitionId)),
    )
    .orderBy(asc(signatureAnnulment.number));
}

/** Lets the links of a petition have run out so many days ago, by the database's clock. */
export async function letLinksExpire(community: Community, petitionId: string, days = 0): Promise<void> {
  await database()
    .update(pendingSignature)
    .set({ expiresAt: sql`clock_timestamp() - make_interval(days => ${days}, secs => 1)` })
    .where(and(eq(pendingSignature.communityId, community.id), eq(pendingSignature.petitionId, petitionId)));
}

/** Moves the end of an open petition to so many seconds from now. */
export async function moveEnd(community: Community, petitionId: string, seconds: number): Promise<void> {
  await database()
    .update(petition)
    .set({ closesAt: sql`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
}
