import { createHash } from "node:crypto";
import type { Community } from "~/domain/communities/community";
import { canonicalEmail } from "~/domain/identity/email";

/**
 * Names a signer in every petition of a community: from the canonical mail address, so that one mailbox signs once,
 * with or without an account. A UUID of version 8 (RFC 9562) over SHA-256; it gives the address away to
 * nobody who does not know it, and is replaced by a random one when personal data are wiped.
 */
export function signerKey(community: Community, email: string): string {
  const text = `openward-signer\0${community.id}\0${canonicalEmail(email)}`;
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
