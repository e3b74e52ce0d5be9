import { and, eq, inArray } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { foldText } from "~/shared/fold-text";
import { person } from "~db/schema/identity";
import { pendingSignature, signature } from "~db/schema/signatures";
import { type NamedPerson, personKey } from "./person-key.server";
import { signerKey } from "./signer-key.server";

/**
 * Which of these people have signed the petition already, on paper, at a desk, or with an account that tells their
 * birth date; by their places in the list. Who signed by mail alone told no birth date and is not found.
 */
export async function findSignedPeople(
  community: Community,
  petitionId: string,
  people: readonly NamedPerson[],
  from: Queryable = database(),
): Promise<Set<number>> {
  const keys = people.map((each) => personKey(community, petitionId, each));
  const accounts = await accountKeys(from, community, people);
  const signed = await signedKeys(from, community, petitionId, [
    ...keys.map(({ key }) => key),
    ...accounts.flatMap((key) => key ?? []),
  ]);
  const told = await toldTokens(
    from,
    community,
    keys.map(({ token }) => hashSecretToken(token)),
  );
  const places = people.flatMap((_, place) => {
    const own = keys[place];
    const account = accounts[place];
    const isSigned =
      own !== undefined &&
      (signed.has(own.key) ||
        told.has(hashSecretToken(own.token)) ||
        (account !== null && signed.has(account ?? "")));
    return isSigned ? [place] : [];
  });
  return new Set(places);
}

async function accountKeys(
  from: Queryable,
  community: Community,
  people: readonly NamedPerson[],
): Promise<(string | null)[]> {
  const days = [...new Set(people.map(({ bornOn }) => bornOn).filter(Boolean))];
  if (days.length === 0) return people.map(() => null);
  const known = await from
    .select({ name: person.name, bornOn: person.bornOn, email: person.email })
    .from(person)
    .where(and(eq(person.communityId, community.id), inArray(person.bornOn, days)));
  return people.map(({ name, bornOn }) => {
    const own = known.find((each) => each.bornOn === bornOn && foldText(each.name) === foldText(name));
    return own ? signerKey(community, own.email) : null;
  });
}

async function signedKeys(
  from: Queryable,
  community: Community,
  petitionId: string,
  keys: readonly string[],
) {
  const rows = await from
    .select({ key: signature.signerKey })
    .from(signature)
    .where(
      and(
        eq(signature.communityId, community.id),
        eq(signature.petitionId, petitionId),
        inArray(signature.signerKey, [...keys]),
      ),
    );
  return new Set(rows.map(({ key }) => key));
}

async function toldTokens(from: Queryable, community: Community, hashes: readonly string[]) {
  const rows = await from
    .select({ hash: pendingSignature.tokenHash })
    .from(pendingSignature)
    .where(
      and(eq(pendingSignature.communityId, community.id), inArray(pendingSignature.tokenHash, [...hashes])),
    );
  return new Set(rows.map(({ hash }) => hash));
}
