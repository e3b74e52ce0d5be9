import { listDistricts } from "~/domain/communities/community-queries.server";
import { showWallTime } from "~/domain/communities/wall-time";
import type { Handled } from "~/domain/identity/allow.server";
import type { Person } from "~/domain/identity/viewer";
import { signingStop } from "~/domain/petitions/own-signature";
import { isPublic, petitionNumber } from "~/domain/petitions/petition";
import { recallPetition } from "~/domain/petitions/recall-petition.server";
import { decideSigning } from "~/domain/petitions/signature";
import { signerKey } from "~/domain/petitions/signer-key.server";
import {
  findOwnSignature,
  findPetitionToSign,
  type PetitionAddress,
  type PetitionToSign,
} from "~/domain/petitions/signing-queries.server";
import {
  type AccountSigner,
  type SigningView,
  signedPetition,
  signingQuestions,
} from "~/domain/petitions/signing-view";
import { now } from "~/platform/clock.server";

type Asked = Pick<Handled<"anyone">, "community" | "params" | "viewer" | "locale" | "origin">;

/** The petition of the address: its number, once it is public, or the link for first signatories. */
function addressOf({ params }: Pick<Asked, "params">): PetitionAddress | null {
  if ("token" in params) return { secondToken: params.token };
  const number = petitionNumber(params.number);
  return number === null ? null : { number };
}

/** For the act of signing, as a second ago; 404 for what a stranger may not see. */
export async function petitionToSign(asked: Pick<Asked, "community" | "params">): Promise<PetitionToSign> {
  const address = addressOf(asked);
  return visible(address, address && (await recallPetition(asked.community, address)));
}

function visible(address: PetitionAddress | null, petition: PetitionToSign | null): PetitionToSign {
  if (!address || !petition || ("number" in address && !isPublic(petition)))
    throw new Response(null, { status: 404 });
  return petition;
}

/** Everything a page of signing shows: two reads for a guest, two more for a resident. */
export async function loadSigning(asked: Asked, self: string): Promise<SigningView> {
  const { community, viewer, locale, origin } = asked;
  const address = addressOf(asked);
  const petition = visible(address, address && (await findPetitionToSign(community, address)));
  const stop = signingStop(petition, now());
  const isAsked = viewer.kind === "guest" && petition.rules.signers.withoutAccount && !stop;
  const districts = isAsked ? await listDistricts(community) : [];
  const page = isPublic(petition) ? `${origin}/p/${petition.number}` : null;
  return {
    petition: signedPetition(petition),
    questions: signingQuestions(petition.rules),
    stop,
    account: viewer.kind === "person" ? await accountSigner(asked, viewer, petition) : null,
    districts: districts.map(({ id, name }) => ({ id, name })),
    self,
    undo: `/${locale}/petitions/${petition.number}/undo`,
    share: petition.state === "gathering" ? `${origin}${self}` : page,
  };
}

async function accountSigner(
  { community }: Pick<Asked, "community">,
  person: Person,
  petition: PetitionToSign,
): Promise<AccountSigner> {
  const { name, email, residence, bornOn } = person;
  const signer = { petitionId: petition.id, signerKey: signerKey(community, email) };
  const own = await findOwnSignature(community, signer);
  if (!residence) return { name, own, refusal: "residence_missing" };
  const today = showWallTime(now(), community.zone).slice(0, 10);
  const decided = decideSigning(petition.rules, { bornOn, residence }, today);
  return { name, own, refusal: decided.done ? null : decided.reason };
}
