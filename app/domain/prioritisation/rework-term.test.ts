import { describe, expect, it } from "vitest";
import { reworkDueAt } from "./rework-term";

describe("reworkDueAt", () => {
  it.each([
    ["a plain week", "2026-11-10T12:00Z", 7, "Europe/Kyiv", "2026-11-17T22:00Z"],
    [
      "late in the evening, which is the next day in the zone",
      "2026-11-10T22:30Z",
      1,
      "Europe/Kyiv",
      "2026-11-12T22:00Z",
    ],
    ["over the night the clocks go forward", "2026-03-27T12:00Z", 2, "Europe/Kyiv", "2026-03-29T21:00Z"],
    ["over the night the clocks go back", "2026-10-23T12:00Z", 2, "Europe/Kyiv", "2026-10-25T22:00Z"],
    ["where clocks never change", "2026-10-23T12:00Z", 2, "Europe/Moscow", "2026-10-25T21:00Z"],
  ])("F-11 gives the whole last day: %s", (_, now, days, zone, due) => {
    expect(reworkDueAt(new Date(now), days, zone)).toEqual(new Date(due));
  });
});
