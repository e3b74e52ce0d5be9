import { describe, expect, it } from "vitest";
import { drawValueForm, LONGEST_DRAW_VALUE } from "./draw-form";

describe("drawValueForm", () => {
  it.each([
    ["51.2345", "51.2345"],
    ["  51,2345 \n", "51,2345"],
    ["7\u00a012 \t 33", "7 12 33"],
    ["", null],
    [" \n ", null],
    ["7\u0007", null],
    ["7".repeat(LONGEST_DRAW_VALUE + 1), null],
  ])("reads %j as one line", (value, expected) => {
    const read = drawValueForm.safeParse({ value });
    expect(read.success ? read.data.value : null).toBe(expected);
  });
});
