import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { plantCommunity } from "../../../test/factories/server";
import { signingOrigin } from "./signing-origin.server";

let community: Community;
let other: Community;
beforeAll(async () => {
  community = await plantCommunity("origins");
  other = await plantCommunity("origins-other");
});
const origin = (address: string) => signingOrigin(community, address);

describe("where a signature was asked for", () => {
  it("is a hash that tells nothing, and nothing across communities", () => {
    const { addressHash, networkHash } = origin("192.0.2.7");
    expect(`${addressHash} ${networkHash}`).not.toContain("192");
    expect(origin("192.0.2.7")).toEqual({ addressHash, networkHash });
    expect(signingOrigin(other, "192.0.2.7").addressHash).not.toBe(addressHash);
  });

  it.each([
    ["192.0.2.7", "192.0.2.8", false, true],
    ["192.0.2.7", "192.0.3.7", false, false],
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true, true],
    ["2001:db8:1:2::1", "2001:0db8:0001:0003::1", false, true],
    ["2001:db8:1:2::1", "2001:db8:2:2::1", false, false],
    ["2001:db8::1", "2001:db8:0:0:1::1", true, true],
    ["::1", "fe80::1", false, false],
  ])("%s and %s are one address: %s, one network: %s", (one, another, address, network) => {
    const [a, b] = [origin(one), origin(another)];
    expect([a.addressHash === b.addressHash, a.networkHash === b.networkHash]).toEqual([address, network]);
  });
});
