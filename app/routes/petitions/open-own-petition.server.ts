import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { findOwnPetition, type OwnPetition } from "~/domain/petitions/own-petition-queries.server";

type Request = { community: Community; viewer: Viewer; params: Readonly<Record<string, string | undefined>> };

/** The petition of the author's secret link; to anybody else it is a missing page (S-2). */
export async function openOwnPetition({
  community,
  viewer,
  params,
}: Request): Promise<OwnPetition & { token: string }> {
  const { token = "" } = params;
  const own = await findOwnPetition(community, viewer, token);
  if (!own) throw new Response(null, { status: 404 });
  return { ...own, token };
}
