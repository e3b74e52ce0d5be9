import { describe, expect, it } from "vitest";
import { axisTicks, axisTop, clipLine } from "./scale";

describe("axisTop", () => {
  it.each([
    [720, 800],
    [100_000, 100_000],
    [100_001, 200_000],
    [3, 4],
    [0, 4],
    [1, 4],
    [9, 12],
    [131_778, 200_000],
  ])("ends the axis for %d at %d", (max, top) => {
    expect(axisTop(max)).toBe(top);
  });

  it("allows parts of one for measured values", () => {
    expect(axisTop(0.9, false)).toBe(1);
  });
});

it("labels five places", () => {
  expect(axisTicks(800)).toEqual([0, 200, 400, 600, 800]);
});

describe("clipLine", () => {
  it("keeps a line that stays inside", () => {
    expect(clipLine([0, 5], [10, 5], [10, 20])).toEqual({ from: [0, 5], to: [10, 5] });
  });

  it("ends a rising line at the upper edge", () => {
    expect(clipLine([0, 0], [100, 200], [100, 50])).toEqual({ from: [0, 0], to: [25, 50] });
  });
});
