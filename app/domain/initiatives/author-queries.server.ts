import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { findDraft } from "./draft-queries.server";
import { initiativeNumber } from "./initiative";
import { type FoundInitiative, findInitiative } from "./initiative-queries.server";
import { type Author, proveAuthor } from "./policy";

/** How an address names an initiative: by the secret link of its draft, or by its public number. */
export type AuthorAddress = { resume?: string | undefined; number?: string | undefined };

/** The initiative with the proof that its author asks; null for everybody else, as if it did not exist. */
export async function findOwnInitiative(
  community: Community,
  viewer: Viewer,
  { resume, number }: AuthorAddress,
): Promise<{ initiative: FoundInitiative; author: Author } | null> {
  const draft = resume === undefined ? null : await findDraft(community, resume);
  const asked = draft ? draft.submittedNumber : initiativeNumber(number);
  const found = asked === null ? null : await findInitiative(community, asked);
  if (!found) return null;
  const author = proveAuthor(found, viewer, draft !== null);
  return author ? { initiative: found, author } : null;
}
