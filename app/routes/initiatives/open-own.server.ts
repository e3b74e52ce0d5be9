import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { findOwnInitiative } from "~/domain/initiatives/author-queries.server";
import { authorActs } from "~/domain/initiatives/policy";

type Request = { community: Community; viewer: Viewer; params: Readonly<Record<string, string | undefined>> };

/** The initiative of this address, for its author only; to anybody else it is a missing page (S-2). */
export async function openOwn({ community, viewer, params }: Request) {
  const own = await findOwnInitiative(community, viewer, {
    resume: params.resume,
    number: params.number,
  });
  if (!own || own.initiative.textHidden) throw new Response(null, { status: 404 });
  return { ...own, acts: authorActs(own.initiative.state) };
}
