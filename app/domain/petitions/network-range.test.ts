import { BlockList, isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNetwork } from "./network-range";

describe("readNetwork", () => {
  it.each([
    ["203.0.113.0/24", "203.0.113.0/24"],
    [" 203.0.113.77/24 ", "203.0.113.0/24"],
    ["203.0.113.77", "203.0.113.77/32"],
    ["203.0.113.255/30", "203.0.113.252/30"],
    ["2001:DB8::1/32", "2001:db8::/32"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1/128"],
    ["2001:db8::ffff/120", "2001:db8::ff00/120"],
    ["2001:db8:10:0:1::/48", "2001:db8:10::/48"],
    ["::1", "::1/128"],
    ["2001:db8:100:200:300:400:500:600", "2001:db8:100:200:300:400:500:600/128"],
  ])("writes %s as %s", (given, network) => {
    expect(readNetwork(given)).toBe(network);
  });

  it.each([
    "",
    "300.0.0.1",
    "203.0.113",
    "203.0.113.0/33",
    "203.0.113.0/",
    "203.0.113.0/2x",
    "010.0.0.1",
    "1::2::3",
    "2001:db8::/129",
    "12345::/64",
    "1:2:3:4:5:6:7:8::",
    "203.0.113.0/24/1",
    "example.org",
  ])("refuses %j", (given) => {
    expect(readNetwork(given)).toBeNull();
  });

  it.each(["0.0.0.0/0", "10.0.0.0/7", "::/0", "2000::/3"])("refuses %s as too wide to name", (given) => {
    expect(readNetwork(given)).toBeNull();
  });

  it("keeps every address of IPv6 in its own network, as the system's own reader sees it", () => {
    const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, fc.integer({ min: 16, max: 128 }), (parts, bits) => {
        const address = parts.map((part) => part.toString(16)).join(":");
        const [network = "", length] = readNetwork(`${address}/${bits}`)?.split("/") ?? [];
        expect(isIP(network)).toBe(6);
        const list = new BlockList();
        list.addSubnet(network, Number(length), "ipv6");
        expect(list.check(address, "ipv6")).toBe(true);
        expect(readNetwork(`${network}/${bits}`)).toBe(`${network}/${bits}`);
      }),
    );
  });
});
