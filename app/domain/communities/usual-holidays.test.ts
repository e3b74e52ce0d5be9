import { describe, expect, it } from "vitest";
import { dayFault } from "./calendar-lines";
import { HOLIDAY_COUNTRIES, usualHolidays } from "./usual-holidays";

const named = (country: (typeof HOLIDAY_COUNTRIES)[number], year: number, english: string) =>
  usualHolidays(country, year).find(({ name }) => name.en === english)?.day;

describe("usual holidays", () => {
  // Dates of the Orthodox Easter by the Julian calendar, as churches publish them.
  it.each([
    [2024, "2024-05-05"],
    [2025, "2025-04-20"],
    [2026, "2026-04-12"],
    [2027, "2027-05-02"],
    [2028, "2028-04-16"],
    [2030, "2030-04-28"],
  ])("Easter of %i is on %s, Trinity Sunday seven weeks later", (year, day) => {
    expect(named("ukraine", year, "Easter")).toBe(day);
    const trinity = new Date(Date.parse(`${day}T00:00Z`) + 49 * 86_400_000).toISOString().slice(0, 10);
    expect(named("ukraine", year, "Trinity Sunday")).toBe(trinity);
  });

  it.each(HOLIDAY_COUNTRIES)(
    "of %s are real days in order, named in every language, none twice",
    (country) => {
      const days = usualHolidays(country, 2027);
      expect(days.map((day) => dayFault(day))).toEqual(days.map(() => null));
      expect(days.every(({ name }) => name.uk && name.ru && name.en)).toBe(true);
      const order = days.map(({ day }) => day);
      expect(order).toEqual([...new Set(order)].sort());
    },
  );

  it("have Christmas where the law of each country has it", () => {
    expect(named("ukraine", 2026, "Christmas")).toBe("2026-12-25");
    expect(named("russia", 2026, "Christmas")).toBe("2026-01-07");
  });
});
