import { describe, expect, it } from "vitest";
import { readNetworkLines } from "./network-lines";

describe("readNetworkLines", () => {
  it("reads networks with what is said of each", () => {
    const text = "203.0.113.9/24;ua;;\n\n2001:db8::/32 ; ; blocked ; бот\n198.51.100.7;PL;trusted;Бібліотека";
    expect(readNetworkLines(text)).toEqual({
      networks: [
        { network: "203.0.113.0/24", country: "UA", treatment: "usual", note: "" },
        { network: "2001:db8::/32", country: null, treatment: "blocked", note: "бот" },
        { network: "198.51.100.7/32", country: "PL", treatment: "trusted", note: "Бібліотека" },
      ],
      problems: [],
    });
  });

  it.each([
    ["203.0.113.0/24;UA;usual;a;b", "shape"],
    ["203.0.113.0/40;UA", "network"],
    ["0.0.0.0/0;;blocked", "network"],
    ["203.0.113.0/24;Ukraine", "country"],
    ["203.0.113.0/24;UA;forbidden", "treatment"],
    [`203.0.113.0/24;UA;blocked;${"а".repeat(121)}`, "note"],
    ["203.0.113.0/24", "nothing_said"],
  ])("names what is wrong in %s", (line, code) => {
    expect(readNetworkLines(`\n${line}`).problems).toEqual([{ line: 2, code }]);
  });

  it("refuses the same network in two spellings", () => {
    expect(readNetworkLines("203.0.113.1/24;UA\n203.0.113.2/24;PL").problems).toEqual([
      { line: 2, code: "twice" },
    ]);
  });
});
