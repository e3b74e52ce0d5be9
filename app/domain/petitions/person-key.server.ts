import { createHmac } from "node:crypto";
import type { Community } from "~/domain/communities/community";
import { installationSecret, readEnvironment } from "~/platform/env.server";
import { foldText } from "~/shared/fold-text";

export type NamedPerson = { name: string; bornOn: string };

/**
 * Names a person without an account in one petition, by name and birth date however they are spelt: the key of a
 * signature on paper or at a desk, so that "once per person" is the primary key's word there too, and a token that
 * stands for the same person in a letter. Who knows the database alone cannot try names and dates, since the secret
 * is not in it.
 */
export function personKey(
  community: Community,
  petitionId: string,
  { name, bornOn }: NamedPerson,
): { key: string; token: string } {
  const secret = installationSecret(readEnvironment());
  const digest = (kind: string) =>
    createHmac("sha256", secret)
      .update(["person", kind, community.id, petitionId, foldText(name), bornOn].join("\0"))
      .digest();
  const bytes = digest("key").subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const key = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    "-",
  );
  return { key, token: digest("token").toString("hex").slice(0, 40) };
}
