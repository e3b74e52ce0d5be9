import type { Viewer } from "~/domain/identity/viewer";
import { type InitiativeState, mayMove } from "./initiative";

/** How a request proves to come from the author: signed in as such, or with the secret link of the draft. */
export type AuthorRight = { by: "account"; personId: string } | { by: "link" };

export function authorRight(
  viewer: Viewer,
  authorId: string | null,
  holdsLink: boolean,
): AuthorRight | null {
  if (viewer.kind === "person" && authorId !== null && viewer.id === authorId) return { by: "account", personId: viewer.id };
  return holdsLink ? { by: "link" } : null;
}

export type AuthorActs = { mayWithdraw: boolean; mayRework: boolean };

/** What the author may still do with an initiative in this state. */
export function authorActs(state: InitiativeState): AuthorActs {
  return { mayWithdraw: mayMove("withdraw", state), mayRework: mayMove("resubmit", state) };
}
