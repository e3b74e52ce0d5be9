import { createHash } from "node:crypto";

/**
 * A secret of a link that whoever holds another secret can work out, and nobody the other way round: the author's
 * page knows the link for first signatories although only its hash is stored (S-12).
 */
export function deriveToken(purpose: "author" | "second", token: string): string {
  return createHash("sha256").update(`openward-petition-${purpose}\0${token}`).digest("hex").slice(0, 40);
}
