import type { Viewer } from "~/domain/identity/viewer";
import { mayMove, type PetitionState } from "./petition";

declare const mint: unique symbol;

/** Proof that a request comes from the author of this petition; only `proveAuthor` makes it. */
export type PetitionAuthor = {
  readonly petitionId: string;
  /** The author's account; null for somebody who holds the link and is not signed in. */
  readonly actorId: string | null;
  readonly [mint]: "author";
};

/** To be called only with a petition that was found by the author's own secret link. */
export function proveAuthor(
  { id, authorId }: { id: string; authorId: string | null },
  viewer: Viewer,
): PetitionAuthor {
  const actorId = viewer.kind === "person" && viewer.id === authorId ? viewer.id : null;
  return { petitionId: id, actorId } as PetitionAuthor;
}

export type AuthorActs = {
  mayShare: boolean;
  mayWithdraw: boolean;
  mayRework: boolean;
  mayAskReview: boolean;
};

/** What the author may still do; `reviewUntil` is null when a review can no longer be asked for. */
export function authorActs(
  state: PetitionState,
  { reworkUntil, reviewUntil }: { reworkUntil: Date | null; reviewUntil: Date | null },
  now: Date,
): AuthorActs {
  return {
    mayShare: state === "gathering",
    mayWithdraw: mayMove("withdraw", state),
    mayRework: mayMove("resubmit", state) && (reworkUntil === null || now < reworkUntil),
    mayAskReview: state === "refused" && reviewUntil !== null && now < reviewUntil,
  };
}
