import { describe, expect, it } from "vitest";
import type { Threshold } from "./petition-rules";
import { isReached, newlyReached } from "./thresholds";

const term = { days: 10, unit: "working" } as const;
const whole = (signatures: number): Threshold => ({ duty: "answer", signatures, areas: [], term });
const counted = (total: number, byDistrict: Record<string, number> = {}) => ({
  total,
  byDistrict: new Map(Object.entries(byDistrict)),
});

describe("isReached", () => {
  it.each([
    [149, false],
    [150, true],
    [151, true],
  ])("with %i of 150 says %s", (total, reached) => {
    expect(isReached(whole(150), counted(total))).toBe(reached);
  });

  it("needs every district as well as the total", () => {
    const areas = [
      { districtId: "north", signatures: 20 },
      { districtId: "south", signatures: 10 },
    ];
    const threshold = { ...whole(50), areas };
    expect(isReached(threshold, counted(50, { north: 40, south: 10 }))).toBe(true);
    expect(isReached(threshold, counted(500, { north: 491, south: 9 }))).toBe(false);
    expect(isReached(threshold, counted(500, { north: 500 }))).toBe(false);
    expect(isReached(threshold, counted(49, { north: 39, south: 10 }))).toBe(false);
  });
});

describe("newlyReached", () => {
  it("names each threshold once, several at a time when many signatures come in together", () => {
    const thresholds = [whole(10), whole(100), whole(1_000)];
    expect(newlyReached(thresholds, counted(9), new Set())).toEqual([]);
    expect(newlyReached(thresholds, counted(150), new Set())).toEqual([0, 1]);
    expect(newlyReached(thresholds, counted(150), new Set([0]))).toEqual([1]);
    expect(newlyReached(thresholds, counted(150), new Set([0, 1]))).toEqual([]);
  });
});
