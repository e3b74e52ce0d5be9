import { describe, expect, it } from "vitest";
import { checkDraw, commitmentTo } from "~/domain/tally/draw";
import { drawRecordOf, statedTies, type Ties, tieOrderOf, tieRows } from "./ties";

const seed = "5f".repeat(32);
const drawn = { seed, publicValue: '51,2345; "НБУ"', commitment: commitmentTo(seed) };
const back = (ties: Ties, change: Record<string, string> = {}) =>
  statedTies(new Map([...tieRows(ties), ...Object.entries(change)]));

describe("statedTies", () => {
  it.each([["project_code"], ["lower_cost_then_code"], [drawn]] as const)("reads back %j", (ties) => {
    expect(back(ties)).toEqual(ties);
  });

  it("takes files of other programs by the numbers of their projects", () => {
    expect(statedTies(new Map())).toBe("project_code");
    expect(statedTies(new Map([["tie_order", "coin"]]))).toBe("project_code");
  });

  it.each([
    ["another seed", { draw_seed: "60".repeat(32) }],
    ["a seed that can be guessed", { draw_seed: "7", draw_commitment: commitmentTo("7") }],
    ["another commitment", { draw_commitment: commitmentTo("60".repeat(32)) }],
    ["no public value", { draw_public_value: "" }],
  ])("refuses a draw with %s", (_, change) => {
    expect(back(drawn, change)).toBeNull();
  });
});

it("records the draw over the projects of the list, so that it can be checked", () => {
  const codes = ["7", "12", "3"];
  const record = drawRecordOf(drawn, codes);
  expect(record && checkDraw(record, drawn.commitment, [...codes].reverse())).toBeNull();
  expect(drawRecordOf("project_code", codes)).toBeNull();
  expect([tieOrderOf(drawn), tieOrderOf("project_code")]).toEqual(["draw", "project_code"]);
});
