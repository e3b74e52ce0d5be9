import { createHash, randomBytes } from "node:crypto";

const BYTES = 20;

/**
 * A secret of 160 random bits for a link, and what of it may be stored (S-12). Digits and letters only: mail
 * programs leave a dash at the end of an address out of the link.
 */
export function newSecretToken(): { token: string; hash: string } {
  const token = randomBytes(BYTES).toString("hex");
  return { token, hash: hashSecretToken(token) };
}

/** SHA-256 of the token; the token itself is never stored. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Whether a text from an address has the shape of a token; saves a look into the database for anything else. */
export function looksLikeToken(text: string | undefined): text is string {
  return /^[0-9a-f]{40}$/.test(text ?? "");
}
