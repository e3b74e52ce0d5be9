import type { Community } from "~/domain/communities/community";
import { isPublic, petitionNumber } from "~/domain/petitions/petition";
import { type FoundPetition, findPetition } from "~/domain/petitions/petition-queries.server";

type Asked = { community: Community; params: Readonly<Record<string, string | undefined>> };

/** The petition of the address, once everybody may see that it is there; 404 before. */
export async function openPublic({ community, params }: Asked): Promise<FoundPetition> {
  const number = petitionNumber(params.number);
  const found = number === null ? null : await findPetition(community, { number });
  if (!found || !isPublic(found)) throw new Response(null, { status: 404 });
  return found;
}

/** The same for the ways around the page, which show nothing of a hidden petition (S-7). */
export async function openReadable(asked: Asked): Promise<FoundPetition> {
  const found = await openPublic(asked);
  if (found.hiddenAt) throw new Response(null, { status: 404 });
  return found;
}
