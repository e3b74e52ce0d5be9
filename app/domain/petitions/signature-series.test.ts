import { describe, expect, it } from "vitest";
import { daySeries, HOURS_SHOWN, hourSeries } from "./signature-series";

describe("signatures by day", () => {
  it("has a row for every day to the last, also those on which nobody signed", () => {
    const counts = [
      { day: "2026-10-23", signatures: 5 },
      { day: "2026-10-25", signatures: 2 },
    ];
    expect(
      daySeries(counts, "2026-10-26").map(({ from, signatures, total }) => [from, signatures, total]),
    ).toEqual([
      ["2026-10-23", 5, 5],
      ["2026-10-24", 0, 5],
      ["2026-10-25", 2, 7],
      ["2026-10-26", 0, 7],
    ]);
  });

  it("joins days into weeks where a picture would have too many columns, and adds up to the same", () => {
    const counts = Array.from({ length: 90 }, (_, place) => ({
      day: new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10),
      signatures: place,
    }));
    const rows = daySeries(counts, "2026-03-31");
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatchObject({ from: "2026-01-01", to: "2026-01-07", signatures: 21 });
    expect(rows.at(-1)).toMatchObject({ to: "2026-03-31", total: (89 * 90) / 2 });
  });

  it("is one empty day for a petition that nobody has signed", () => {
    expect(daySeries([], "2026-10-26")).toEqual([
      { from: "2026-10-26", to: "2026-10-26", signatures: 0, total: 0 },
    ]);
  });

  it("keeps a day that the counting job has reached before the page", () => {
    expect(daySeries([{ day: "2026-10-27", signatures: 1 }], "2026-10-26")).toHaveLength(2);
  });
});

describe("signatures by hour", () => {
  it("ends with the hour that runs and has none left out", () => {
    const hour = new Date("2026-10-25T01:00:00Z");
    const rows = hourSeries([{ hour, signatures: 3 }], new Date("2026-10-25T02:40:00Z"));
    expect(rows).toHaveLength(HOURS_SHOWN);
    expect(rows.at(-1)).toEqual({ hour: new Date("2026-10-25T02:00:00Z"), signatures: 0 });
    expect(rows.at(-2)).toEqual({ hour, signatures: 3 });
  });
});
