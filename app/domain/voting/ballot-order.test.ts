import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { shuffleBySeed } from "./ballot-order";

const seed = (text: string) => createHash("sha256").update(text).digest();
const items = Array.from({ length: 12 }, (_, index) => index);

describe("shuffleBySeed", () => {
  it("gives one voter the same order again, on any machine", () => {
    expect(shuffleBySeed(items, seed("anna"))).toEqual(shuffleBySeed(items, seed("anna")));
    expect(shuffleBySeed(items, seed("anna"))).toEqual([7, 10, 2, 1, 4, 6, 9, 0, 11, 3, 8, 5]);
  });

  it("gives another voter another order of the same items", () => {
    const other = shuffleBySeed(items, seed("borys"));
    expect(other).not.toEqual(shuffleBySeed(items, seed("anna")));
    expect([...other].sort((left, right) => left - right)).toEqual(items);
  });

  it("puts every item first about equally often", () => {
    const firsts = new Array<number>(5).fill(0);
    for (let voter = 0; voter < 5_000; voter += 1) {
      const [first = 0] = shuffleBySeed([0, 1, 2, 3, 4], seed(`voter ${voter}`));
      firsts[first] = (firsts[first] ?? 0) + 1;
    }
    for (const count of firsts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it("does not hang on a seed of zeros, nothing or one item", () => {
    expect(shuffleBySeed(items, new Uint8Array(16))).toHaveLength(12);
    expect(shuffleBySeed([], seed("a"))).toEqual([]);
    expect(shuffleBySeed(["only"], seed("a"))).toEqual(["only"]);
  });
});
