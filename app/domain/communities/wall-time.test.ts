import { describe, expect, it } from "vitest";
import { readWallTime, showWallTime } from "./wall-time";

describe("readWallTime", () => {
  it.each([
    ["a summer day", "2026-07-01T09:00", "Europe/Kyiv", "2026-07-01T06:00Z", "exact"],
    ["a winter day", "2026-12-01T09:00", "Europe/Kyiv", "2026-12-01T07:00Z", "exact"],
    ["23:59 before the clocks go forward", "2026-03-28T23:59", "Europe/Kyiv", "2026-03-28T21:59Z", "exact"],
    ["23:59 after the clocks went forward", "2026-03-29T23:59", "Europe/Kyiv", "2026-03-29T20:59Z", "exact"],
    ["23:59 before the clocks go back", "2026-10-24T23:59", "Europe/Kyiv", "2026-10-24T20:59Z", "exact"],
    ["23:59 after the clocks went back", "2026-10-25T23:59", "Europe/Kyiv", "2026-10-25T21:59Z", "exact"],
    [
      "the last minute before the missing hour",
      "2026-03-29T02:59",
      "Europe/Kyiv",
      "2026-03-29T00:59Z",
      "exact",
    ],
    ["the start of the missing hour", "2026-03-29T03:00", "Europe/Kyiv", "2026-03-29T01:00Z", "missing"],
    ["the missing hour", "2026-03-29T03:30", "Europe/Kyiv", "2026-03-29T01:30Z", "missing"],
    [
      "the first minute after the missing hour",
      "2026-03-29T04:00",
      "Europe/Kyiv",
      "2026-03-29T01:00Z",
      "exact",
    ],
    ["the doubled hour", "2026-10-25T03:30", "Europe/Kyiv", "2026-10-25T00:30Z", "doubled"],
    ["the minute after the doubled hour", "2026-10-25T04:00", "Europe/Kyiv", "2026-10-25T02:00Z", "exact"],
    ["the same night without a change", "2026-03-29T03:30", "Europe/Moscow", "2026-03-29T00:30Z", "exact"],
    [
      "the same autumn night without a change",
      "2026-10-25T23:59",
      "Europe/Moscow",
      "2026-10-25T20:59Z",
      "exact",
    ],
  ])("F-11 %s", (_, text, zone, instant, kind) => {
    expect(readWallTime(text, zone)).toEqual({ instant: new Date(instant), kind });
  });

  it.each([
    "",
    "2026-02-30T10:00",
    "2026-13-01T10:00",
    "2026-01-01T24:00",
    "2026-01-01",
    "26-01-01T10:00",
    "2026-01-01T10:00Z",
  ])("refuses %j", (text) => {
    expect(readWallTime(text, "Europe/Kyiv")).toBeNull();
  });
});

describe("showWallTime", () => {
  it("F-11 shows the instant that a missing hour became, and both passes of a doubled one alike", () => {
    const missing = readWallTime("2026-03-29T03:30", "Europe/Kyiv");
    expect(missing && showWallTime(missing.instant, "Europe/Kyiv")).toBe("2026-03-29T04:30");
    const passes = ["2026-10-25T00:30Z", "2026-10-25T01:30Z"].map((text) =>
      showWallTime(new Date(text), "Europe/Kyiv"),
    );
    expect(passes).toEqual(["2026-10-25T03:30", "2026-10-25T03:30"]);
  });

  it("reads back every quarter of an hour of both nights", () => {
    for (const start of [Date.UTC(2026, 2, 28, 20), Date.UTC(2026, 9, 24, 20)]) {
      for (let quarter = 0; quarter < 40; quarter += 1) {
        const instant = new Date(start + quarter * 15 * 60_000);
        const read = readWallTime(showWallTime(instant, "Europe/Kyiv"), "Europe/Kyiv");
        const first = read?.kind === "doubled" && instant.getTime() - read.instant.getTime() === 3_600_000;
        expect(first || read?.instant.getTime() === instant.getTime()).toBe(true);
      }
    }
  });
});
