import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, letterVerdict, limitsInForce } from "./signing-limits";

describe("limits of signing", () => {
  it("are the default ones until staff set their own", () => {
    expect(limitsInForce([])).toEqual(DEFAULT_LIMITS);
    const set = limitsInForce([
      { scope: "address", most: 5, minutes: 10 },
      { scope: "country", most: 100, minutes: 60 },
    ]);
    expect(set).toEqual({
      ...DEFAULT_LIMITS,
      address: { most: 5, minutes: 10 },
      country: { most: 100, minutes: 60 },
    });
  });

  it.each([
    [1, "letter"],
    [3, "letter"],
    [3.4, "digest"],
    [4, "digest"],
    [4.1, "none"],
    [40, "none"],
  ] as const)("with %d unconfirmed letters of three a mailbox gets: %s", (unconfirmed, verdict) => {
    expect(letterVerdict(unconfirmed, DEFAULT_LIMITS.mailbox)).toBe(verdict);
  });

  it("a mailbox without a limit always gets its letter", () => {
    expect(letterVerdict(1_000, undefined)).toBe("letter");
  });
});
