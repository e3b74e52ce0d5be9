import type { Handled } from "~/domain/identity/allow.server";
import { isPublic, petitionNumber } from "~/domain/petitions/petition";
import { findPetition } from "~/domain/petitions/petition-queries.server";

type Asked = Pick<Handled<"clerk">, "community" | "params">;

/** A petition whose paper sheets a clerk handles: one that everybody may read; 404 for any other. */
export async function openSheets({ community, params }: Asked) {
  const number = petitionNumber(params.number);
  const petition = number === null ? null : await findPetition(community, { number });
  if (!petition || !isPublic(petition) || petition.hiddenAt) throw new Response(null, { status: 404 });
  return petition;
}
