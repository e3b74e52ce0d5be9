import { describe, expect, it } from "vitest";
import {
  INITIATIVE_STATES,
  INITIATIVE_STEPS,
  type InitiativeState,
  type InitiativeStep,
  mayMove,
  move,
} from "./initiative";

/** Every allowed move; all others are refused. */
const ALLOWED: [InitiativeState, InitiativeStep, InitiativeState][] = [
  ["submitted", "admit", "admitted"],
  ["submitted", "return", "returned"],
  ["submitted", "refuse", "refused"],
  ["submitted", "withdraw", "withdrawn"],
  ["returned", "resubmit", "submitted"],
  ["returned", "withdraw", "withdrawn"],
  ["admitted", "withdraw", "withdrawn"],
  ["admitted", "put_on_ballot", "on_ballot"],
  ["on_ballot", "fund", "funded"],
  ["on_ballot", "not_fund", "not_funded"],
];

describe("S-9 moves of an initiative", () => {
  const all = INITIATIVE_STATES.flatMap((state) => INITIATIVE_STEPS.map((step) => [state, step] as const));

  it.each(all)("from %s by %s", (state, step) => {
    const allowed = ALLOWED.find(([from, by]) => from === state && by === step);
    expect(mayMove(step, state)).toBe(allowed !== undefined);
    if (allowed) expect(move(step).to).toBe(allowed[2]);
  });

  it("an author may withdraw only before the initiative is on the ballot", () => {
    expect(INITIATIVE_STATES.filter((state) => mayMove("withdraw", state))).toEqual([
      "submitted",
      "admitted",
      "returned",
    ]);
  });
});
