import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";

const fallback = "/uk/account";

describe("the page after signing in", () => {
  it.each([
    ["/uk", "/uk"],
    ["/en/initiatives/new/place?draft=1&x=%2F", "/en/initiatives/new/place?draft=1&x=%2F"],
    ["/ru/rounds/2026#rules", "/ru/rounds/2026"],
    ["/uk/a/../account", "/uk/account"],
  ])("S-29 keeps %s", (given, kept) => {
    expect(localPath(given, fallback)).toBe(kept);
  });

  it.each([
    null,
    "",
    "uk/account",
    "//evil.example",
    "/\\evil.example",
    "/uk\\..\\..\\evil.example",
    "https://evil.example/uk",
    "javascript:alert(1)",
    "/%2fevil.example",
    "/uk//evil.example",
    "/uk/..//evil.example/uk",
    "/\t/evil.example",
    "/uk/\n/evil.example",
    "/de/account",
    "/healthz",
    "/uk/../healthz",
    "/uk/sign-out",
    "/uk/sign-in?next=/uk/sign-in",
    "/uk/./sign-out",
    "/en/reset/abc",
    `/uk/${"a".repeat(3_000)}`,
  ])("S-29 refuses %j", (given) => {
    expect(localPath(given, fallback)).toBe(fallback);
  });

  it("S-29 never leaves the site, whatever is given", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("/", "\\", "u", "k", ".", "@", ":", "\t", "%", "2", "f", "?", "#"),
    });
    fc.assert(
      fc.property(nasty, (tail) => {
        const path = localPath(`/${tail}`, fallback);
        expect(new URL(path, "https://site.example").origin).toBe("https://site.example");
        expect(path).toMatch(/^\/(uk|ru|en)(\/|\?|$)/);
      }),
      { numRuns: 2_000 },
    );
  });
});
