import type { Community } from "~/domain/communities/community";
import { groupCommit } from "~/platform/group-commit.server";
import { type Added, addSignatures, type NewSignature } from "./add-signatures.server";

const write = groupCommit<Community, NewSignature, Added>(addSignatures);

/** Writes a signature together with those that arrive meanwhile; answers once it is stored for good. */
export function signTogether(community: Community, one: NewSignature): Promise<Added> {
  return write(community, one);
}
