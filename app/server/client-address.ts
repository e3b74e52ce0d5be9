import { BlockList, isIP } from "node:net";

export type ReadClientAddress = (peer: string, forwarded: string | undefined) => string;

/** Believes `X-Forwarded-For` only from the listed proxies, and then the nearest address that is none of them (S-53). */
export function clientAddressReader(trustedProxies: readonly string[]): ReadClientAddress {
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits) trusted.addSubnet(address, Number(bits), family);
    else trusted.addAddress(address, family);
  }
  const isTrusted = (address: string) => {
    const version = isIP(address);
    return version !== 0 && trusted.check(address, version === 6 ? "ipv6" : "ipv4");
  };
  return (peer, forwarded) => {
    const hops = [...(forwarded ?? "").split(",").map((hop) => hop.trim()), plain(peer)].map(plain);
    while (hops.length > 1 && isTrusted(hops.at(-1) ?? "")) hops.pop();
    const nearest = hops.at(-1) ?? "";
    return isIP(nearest) ? nearest : plain(peer);
  };
}

function plain(address: string): string {
  return address.startsWith("::ffff:") ? address.slice(7) : address;
}
