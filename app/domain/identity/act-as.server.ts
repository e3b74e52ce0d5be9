import type { Community } from "~/domain/communities/community";
import type { Administrator, Moderator, Resident } from "./viewer";
import { holds } from "./viewer";
import { findPerson } from "./viewer-queries.server";

type Proofs = { resident: Resident; moderator: Moderator; administrator: Administrator };

/**
 * The proof that a person may act, for commands and seeds that have no request. A role or residence that the
 * person does not have is an error of the caller.
 */
export async function actAs<A extends keyof Proofs>(
  community: Community,
  personId: string,
  as: A,
): Promise<Proofs[A]> {
  const person = await findPerson(community, personId);
  if (!person) throw new Error("There is no such confirmed person in this community.");
  const may = as === "resident" ? person.residence !== null : holds(person, as);
  if (!may) throw new Error(`This person is no ${as}.`);
  return person as Proofs[A];
}
