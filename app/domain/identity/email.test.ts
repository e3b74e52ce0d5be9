import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalEmail, looksLikeEmail } from "./email";

describe("mail addresses", () => {
  it.each([
    ["Olha.Koval@Example.ORG", "olha.koval@example.org"],
    ["olha+budget@example.org", "olha@example.org"],
    ["olha.koval+x@gmail.com", "olhakoval@gmail.com"],
    ["O.l.h.a@googlemail.com", "olha@gmail.com"],
    ["+380501234567@example.org", "+380501234567@example.org"],
    [" olha@громада.укр ", "olha@xn--80aahf2bln.xn--j1amh"],
    ["e\u0301va@example.org", "\u00e9va@example.org"],
  ])("brings %s to %s", (given, canonical) => {
    expect(canonicalEmail(given)).toBe(canonical);
  });

  it("gives a canonical address back unchanged", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const once = canonicalEmail(email);
        expect(canonicalEmail(once)).toBe(once);
      }),
    );
  });

  it.each(["olha@example.org", "ольга@громада.укр", "o'neil@example.co.uk"])("takes %s", (email) => {
    expect(looksLikeEmail(email)).toBe(true);
  });

  it.each([
    "olha",
    "olha@",
    "@example.org",
    "olha@example",
    "a@b@example.org",
    "olha@example.org\r\nBcc: all@example.org",
    "olha@example.org, other@example.org",
    "Olha <olha@example.org>",
    `${"a".repeat(250)}@example.org`,
    "olha@exa mple.org",
    "olha@example.org/path",
  ])("S-37 refuses %j", (email) => {
    expect(looksLikeEmail(email)).toBe(false);
  });
});
