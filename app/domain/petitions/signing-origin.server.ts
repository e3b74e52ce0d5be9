import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Community } from "~/domain/communities/community";
import { installationSecret, readEnvironment } from "~/platform/env.server";

export type SigningOrigin = { addressHash: string; networkHash: string };

let secret: string | undefined;

/**
 * Keyed hashes of the address of a browser and of its network: enough to count and to find a burst, not to find a
 * person. Who knows the database alone cannot try all addresses, since the key is not in it. One community's hashes
 * mean nothing in another.
 */
export function signingOrigin(community: Community, clientAddress: string): SigningOrigin {
  secret ??= installationSecret(readEnvironment());
  const key = secret;
  const hash = (kind: string, text: string) =>
    createHmac("sha256", key)
      .update(`signing\0${community.id}\0${kind}\0${text}`)
      .digest()
      .subarray(0, 15)
      .toString("base64url");
  const { address, network } = placesOf(clientAddress);
  return { addressHash: hash("address", address), networkHash: hash("network", network) };
}

/** One line has a whole /64 of IPv6, one subscriber network a /48; of IPv4 it is the address and its /24. */
function placesOf(address: string): { address: string; network: string } {
  if (!isIPv6(address)) return { address, network: address.split(".").slice(0, 3).join(".") };
  const groups = expanded(address);
  return { address: groups.slice(0, 4).join(":"), network: groups.slice(0, 3).join(":") };
}

/** The groups of an IPv6 address with those that `::` stands for. */
function expanded(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("%", 1)[0]?.split("::") ?? [];
  const groups = (text: string) => text.split(":").filter(Boolean);
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill("0"), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}
