import { describe, expect, it } from "vitest";
import { isWorkingDay, type Term, termEnd } from "./working-days";

const usual = { holidays: new Set<string>(), working: new Set<string>() };
const calendar = { holidays: new Set(["2026-08-24"]), working: new Set(["2026-08-22"]) };
const end = (from: string, term: Term, zone = "Europe/Kyiv", days = usual) =>
  termEnd(new Date(from), term, zone, days).toISOString();

describe("working days", () => {
  it.each([
    ["2026-08-21", true],
    ["2026-08-22", true],
    ["2026-08-23", false],
    ["2026-08-24", false],
    ["2026-08-25", true],
  ])("%s is a working day: %s", (day, expected) => expect(isWorkingDay(day, calendar)).toBe(expected));

  it("passes over a weekend", () =>
    expect(end("2026-11-20T10:00Z", { days: 2, unit: "working" })).toBe("2026-11-24T22:00:00.000Z"));

  it("passes over a holiday and counts a moved working day", () =>
    expect(end("2026-08-21T10:00Z", { days: 2, unit: "working" }, "Europe/Kyiv", calendar)).toBe(
      "2026-08-25T21:00:00.000Z",
    ));

  it("F-11 ends at local midnight on both sides of a clock change", () => {
    expect(end("2026-10-24T10:00Z", { days: 1, unit: "calendar" })).toBe("2026-10-25T22:00:00.000Z");
    expect(end("2026-03-28T10:00Z", { days: 1, unit: "calendar" })).toBe("2026-03-29T21:00:00.000Z");
    expect(end("2026-10-24T10:00Z", { days: 1, unit: "calendar" }, "Europe/Moscow")).toBe(
      "2026-10-25T21:00:00.000Z",
    );
  });

  it("begins on the local day after, not the day in UTC", () =>
    expect(end("2026-11-20T23:30Z", { days: 1, unit: "calendar" })).toBe("2026-11-22T22:00:00.000Z"));

  it("does not walk for ever", () => {
    const none = { ...usual, has: () => true } as unknown as Set<string>;
    const closed = { holidays: Object.assign(new Set<string>(), { has: none.has }), working: usual.working };
    expect(() => termEnd(new Date(0), { days: 1, unit: "working" }, "Europe/Kyiv", closed)).toThrow(
      RangeError,
    );
  });
});
