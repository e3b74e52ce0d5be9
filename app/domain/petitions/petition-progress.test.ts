import { describe, expect, it } from "vitest";
import { petitionProgress } from "./petition-progress";
import { presetRules } from "./rule-presets";

const { thresholds } = presetRules("russian_city");

describe("how far a petition is", () => {
  it.each([
    [0, [], { goal: 300, left: 300, isComplete: false }],
    [299, [], { goal: 300, left: 1, isComplete: false }],
    [300, [0], { goal: 1_000, left: 700, isComplete: false }],
    [1_200, [0, 1], { goal: 1_000, left: 0, isComplete: true }],
  ] as const)("%i signatures with %j reached", (signatures, reached, progress) => {
    expect(petitionProgress(thresholds, signatures, [...reached])).toEqual({
      signatures,
      isOver: false,
      ...progress,
    });
  });

  it("a threshold stays reached when signatures are taken out of the count", () => {
    expect(petitionProgress(thresholds, 290, [0])).toMatchObject({ goal: 1_000, left: 710 });
  });

  it("ends at the threshold that was reached, or short of the first one", () => {
    expect(petitionProgress(thresholds, 420, [0], true)).toMatchObject({
      goal: 300,
      left: 0,
      isComplete: true,
    });
    expect(petitionProgress(thresholds, 61, [], true)).toMatchObject({
      goal: 300,
      isComplete: false,
      isOver: true,
    });
  });

  it("leaves nothing below zero while only a district is missing", () => {
    expect(petitionProgress(thresholds, 350, [])).toMatchObject({ goal: 300, left: 0, isComplete: false });
  });
});
