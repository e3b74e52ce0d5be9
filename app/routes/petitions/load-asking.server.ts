import type { Handled } from "~/domain/identity/allow.server";
import { signingStop } from "~/domain/petitions/own-signature";
import { isPublic } from "~/domain/petitions/petition";
import { findAsking, findOwnSignature } from "~/domain/petitions/signing-queries.server";
import { signedPetition } from "~/domain/petitions/signing-view";
import { now } from "~/platform/clock.server";

type Asked = Pick<Handled<"anyone">, "community" | "params" | "locale" | "origin">;

export type AskingView = NonNullable<Awaited<ReturnType<typeof loadAsking>>>;

/** What the page behind a mail link shows; null for a link nobody knows. No key of the signer goes along (S-4). */
export async function loadAsking({ community, params, locale, origin }: Asked) {
  const asking = await findAsking(community, params.token);
  if (!asking) return null;
  const { petition, signerKey, name, showName, isOver } = asking;
  const own = await findOwnSignature(community, { petitionId: petition.id, signerKey });
  const page = isPublic(petition) ? `/${locale}/petitions/${petition.number}` : null;
  return {
    petition: signedPetition(petition),
    own,
    stop: signingStop(petition, now()),
    isOver,
    name,
    showName,
    self: `/${locale}/petitions/confirm/${params.token}`,
    page,
    share: page ? `${origin}/p/${petition.number}` : null,
  };
}
