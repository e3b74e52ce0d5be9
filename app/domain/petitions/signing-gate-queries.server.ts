import { BlockList, isIP } from "node:net";
import { eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { signingLimit, signingNetwork } from "~db/schema/signature-checks";
import { limitsInForce, type NetworkTreatment, type SigningLimits } from "./signing-limits";

/** How long a change of staff may take to reach every process, in milliseconds. */
const FRESH_MS = 2_000;

type Network = { list: BlockList; bits: number; country: string | null; treatment: NetworkTreatment };
type Gate = { limits: SigningLimits; networks: readonly Network[] };

const kept = new Map<string, { readAt: number; gate: Promise<Gate> }>();

/** The limits that hold for an address, and how staff treat its network: the narrowest one that they have named. */
export async function findSigningGate(community: Community, clientAddress: string) {
  const { limits, networks } = await gateOf(community);
  const family = isIP(clientAddress) === 6 ? "ipv6" : "ipv4";
  const own = networks.find(({ list }) => isIP(clientAddress) !== 0 && list.check(clientAddress, family));
  return { limits, treatment: own?.treatment ?? "usual", country: own?.country ?? null };
}

/** Read once in a while, not once for each signer. */
function gateOf(community: Community): Promise<Gate> {
  const known = kept.get(community.id);
  if (known && performance.now() - known.readAt < FRESH_MS) return known.gate;
  const gate = readGate(community);
  kept.set(community.id, { readAt: performance.now(), gate });
  gate.catch(() => kept.delete(community.id));
  return gate;
}

async function readGate(community: Community): Promise<Gate> {
  const [limits, networks] = await Promise.all([
    database()
      .select({ scope: signingLimit.scope, most: signingLimit.most, minutes: signingLimit.minutes })
      .from(signingLimit)
      .where(eq(signingLimit.communityId, community.id)),
    database()
      .select({
        network: signingNetwork.network,
        country: signingNetwork.country,
        treatment: signingNetwork.treatment,
      })
      .from(signingNetwork)
      .where(eq(signingNetwork.communityId, community.id)),
  ]);
  const named = networks.flatMap(({ network, ...rest }) => {
    const range = readRange(network);
    return range ? [{ ...range, ...rest }] : [];
  });
  return { limits: limitsInForce(limits), networks: named.sort((a, b) => b.bits - a.bits) };
}

/** `203.0.113.0/24` or one address; null for a line that is neither. */
function readRange(network: string): { list: BlockList; bits: number } | null {
  const [address = "", length] = network.split("/");
  const version = isIP(address);
  const widest = version === 6 ? 128 : 32;
  const bits = length === undefined ? widest : Number(length);
  if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > widest) return null;
  const list = new BlockList();
  list.addSubnet(address, bits, version === 6 ? "ipv6" : "ipv4");
  return { list, bits };
}
