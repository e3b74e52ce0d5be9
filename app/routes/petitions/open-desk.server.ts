import type { Handled } from "~/domain/identity/allow.server";
import { petitionNumber } from "~/domain/petitions/petition";
import { findPetitionToSign } from "~/domain/petitions/signing-queries.server";

type Asked = Pick<Handled<"consultant">, "community" | "params">;

/** A petition that a consultant may sign for a resident: one that everybody may sign; 404 for any other. */
export async function openDesk({ community, params }: Asked) {
  const number = petitionNumber(params.number);
  const petition = number === null ? null : await findPetitionToSign(community, { number });
  if (petition?.state !== "open" || petition.hiddenAt) throw new Response(null, { status: 404 });
  return petition;
}
