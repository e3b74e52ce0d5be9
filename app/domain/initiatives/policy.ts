import type { Viewer } from "~/domain/identity/viewer";
import { type InitiativeState, mayMove } from "./initiative";

declare const mint: unique symbol;

/** Proof that a request comes from the author of this initiative; only `proveAuthor` makes it. */
export type Author = {
  readonly initiativeId: string;
  /** The author's account; null for the holder of the secret link. */
  readonly actorId: string | null;
  readonly [mint]: "author";
};

/** Whoever is signed in as the author, or holds the secret link of the draft, acts as the author. */
export function proveAuthor(
  { id, authorId }: { id: string; authorId: string | null },
  viewer: Viewer,
  holdsLink: boolean,
): Author | null {
  const account = viewer.kind === "person" && viewer.id === authorId ? viewer.id : null;
  return account || holdsLink ? ({ initiativeId: id, actorId: account } as Author) : null;
}

/** What the author may still do with an initiative in this state. */
export function authorActs(state: InitiativeState): { mayWithdraw: boolean; mayRework: boolean } {
  return { mayWithdraw: mayMove("withdraw", state), mayRework: mayMove("resubmit", state) };
}
