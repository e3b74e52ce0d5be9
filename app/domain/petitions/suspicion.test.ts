import { describe, expect, it } from "vitest";
import { presetRules } from "./rule-presets";
import { burstFrom, criteriaOfBurst, narrowsDown, thresholdsAfter } from "./suspicion";

describe("burstFrom", () => {
  it.each([
    [0, 20],
    [1, 20],
    [2, 20],
    [2.5, 25],
    [40, 400],
  ])("with %s as the usual number begins at %s", (usual, from) => {
    expect(burstFrom(usual)).toBe(from);
  });
});

describe("criteriaOfBurst", () => {
  it("takes the whole hour, its end excluded", () => {
    expect(criteriaOfBurst({ networkHash: "n", hour: "2026-11-22T23:00:00Z" })).toEqual({
      networkHash: "n",
      from: "2026-11-22T23:00:00.000Z",
      to: "2026-11-23T00:00:00.000Z",
    });
  });
});

describe("narrowsDown", () => {
  it.each([
    [{ networkHash: "n" }, true],
    [{ addressHash: "a", districtId: "d" }, true],
    [{ from: "2026-11-22T10:00:00Z", to: "2026-11-22T11:00:00Z" }, true],
    [{ from: "2026-11-22T10:00:00Z" }, false],
    [{ to: "2026-11-22T10:00:00Z", districtId: "d" }, false],
    [{ districtId: "d" }, false],
    [{}, false],
  ])("%j: %s", (criteria, narrows) => {
    expect(narrowsDown(criteria)).toBe(narrows);
  });
});

describe("thresholdsAfter", () => {
  const { thresholds } = presetRules("parliament");
  const [first] = thresholds;
  const needed = first?.signatures ?? 0;

  it("leaves a fact a fact, and says what would fall below", () => {
    const [row] = thresholdsAfter({ thresholds }, { counted: needed, taken: 1, facts: new Set([0]) });
    expect(row).toMatchObject({ reached: true, metBefore: true, metAfter: false });
  });

  it("never goes below nothing", () => {
    const [row] = thresholdsAfter({ thresholds }, { counted: 1, taken: 5, facts: new Set() });
    expect(row).toMatchObject({ reached: false, metBefore: false, metAfter: false });
  });
});
