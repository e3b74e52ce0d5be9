import { describe, expect, it } from "vitest";
import { calendarLines, dayFault, isDay, readCalendarLines } from "./calendar-lines";

const languages = ["uk", "ru"] as const;

describe("lines of the calendar", () => {
  it("are read with names in the order of the languages, and written back the same", () => {
    const text = "2027-01-01;holiday;Новий рік;Новый год\n\n2027-03-13;working;Відпрацювання;";
    const { days, problems } = readCalendarLines(text, languages);
    expect(problems).toEqual([]);
    expect(days).toEqual([
      { day: "2027-01-01", kind: "holiday", name: { uk: "Новий рік", ru: "Новый год" } },
      { day: "2027-03-13", kind: "working", name: { uk: "Відпрацювання" } },
    ]);
    expect(readCalendarLines(calendarLines(days, languages), languages).days).toEqual(days);
  });

  it.each([
    ["2027-01-01,holiday,Новий рік", "line_shape"],
    ["2027-01-01;holiday;а;б;в", "line_shape"],
    ["2027-02-30;holiday;Немає такого дня", "day"],
    ["1.01.2027;holiday;Новий рік", "day"],
    ["2027-01-01;свято;Новий рік", "kind"],
    ["2027-01-01;holiday;", "name"],
    ["2027-01-01;holiday;Новий\u202eрік", "name"],
    ["2027-03-15;working;Понеділок і так робочий", "weekday_works"],
  ] as const)("of %s say what is wrong: %s", (line, code) => {
    expect(readCalendarLines(`2027-05-01;holiday;День праці\n${line}`, languages)).toMatchObject({
      days: [{ day: "2027-05-01" }],
      problems: [{ line: 2, code }],
    });
  });

  it("name no day twice", () => {
    const text = "2027-05-01;holiday;День праці\n2027-05-01;holiday;Вихідний";
    expect(readCalendarLines(text, languages).problems).toEqual([{ line: 2, code: "twice" }]);
  });
});

describe("a day of the calendar", () => {
  it("exists, has a name, and is worked only when it would be free", () => {
    expect(["2028-02-29", "2027-02-29", "2027-13-01", "20270101", ""].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(dayFault({ day: "2027-05-01", kind: "holiday", name: {} })).toBe("name");
    expect(dayFault({ day: "2027-05-01", kind: "working", name: { uk: "Субота" } })).toBeNull();
  });
});
