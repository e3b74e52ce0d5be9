import type { PetitionState } from "./petition";
import type { AnnulmentCause } from "./signature";

/** How a signer stands: `taken_back` by themselves, `removed` by a check of the signatures. */
export type OwnSignature = "none" | "signed" | "taken_back" | "removed";

/** Odd annulments take a signature out, even ones put it back: the newest tells. */
export function ownSignature(
  isRecorded: boolean,
  newest: { number: number; cause: AnnulmentCause } | null,
): OwnSignature {
  if (!isRecorded) return "none";
  if (!newest || newest.number % 2 === 0) return "signed";
  return newest.cause === "signer" ? "taken_back" : "removed";
}

/** Why nobody can sign now, or null when everybody can; said on the page, decided by the database (SC-8). */
export type SigningStop = "not_open_yet" | "ended" | "hidden";

export function signingStop(
  petition: { state: PetitionState; closesAt: Date | null; hiddenAt: Date | null },
  now: Date,
): SigningStop | null {
  const { state, closesAt, hiddenAt } = petition;
  if (hiddenAt) return "hidden";
  if (state === "gathering") return null;
  if (state === "moderation" || state === "returned") return "not_open_yet";
  return state === "open" && closesAt && now < closesAt ? null : "ended";
}
