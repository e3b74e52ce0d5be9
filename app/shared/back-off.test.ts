import { describe, expect, it } from "vitest";
import { pauseBeforeRetry } from "./back-off";

const rule = { first: 30, factor: 2, longest: 600 };

describe("the pause before the next try", () => {
  it.each([
    [1, 30],
    [2, 60],
    [5, 480],
    [6, 600],
    [500, 600],
  ])("after %i failures is %i seconds in the middle of its spread", (tries, seconds) => {
    expect(pauseBeforeRetry(rule, tries, 0.5)).toBe(seconds);
  });

  it("F-14 spreads from half to one and a half of it", () => {
    expect(pauseBeforeRetry(rule, 2, 0)).toBe(30);
    expect(pauseBeforeRetry(rule, 2, 1)).toBe(90);
  });
});
