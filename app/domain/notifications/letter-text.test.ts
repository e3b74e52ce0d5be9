import { describe, expect, it } from "vitest";
import { splitLinks } from "./letter-text";

const origin = "https://budget.example.org";
const links = (line: string) => splitLinks(line, origin).flatMap(({ href }) => (href ? [href] : []));

describe("links of a letter", () => {
  it("makes an address of this site a link and leaves the full stop outside", () => {
    expect(splitLinks(`Open ${origin}/uk/confirm/abc-_1.`, origin)).toEqual([
      { text: "Open ", href: null },
      { text: `${origin}/uk/confirm/abc-_1`, href: `${origin}/uk/confirm/abc-_1` },
      { text: ".", href: null },
    ]);
  });

  it.each([
    "https://evil.example/uk",
    "https://budget.example.org.evil.example/",
    "https://budget.example.org@evil.example/",
    "http://budget.example.org/uk",
    "javascript:alert(1)",
    "//budget.example.org/uk",
  ])("leaves %s as text", (line) => {
    expect(links(line)).toEqual([]);
  });

  it("loses no character", () => {
    const line = `a ${origin} b http://x.example) c`;
    expect(
      splitLinks(line, origin)
        .map(({ text }) => text)
        .join(""),
    ).toBe(line);
  });
});
