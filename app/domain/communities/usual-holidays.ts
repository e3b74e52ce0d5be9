import type { LocalText } from "~/i18n/local-text";
import type { CalendarDay } from "./calendar-lines";

export const HOLIDAY_COUNTRIES = ["ukraine", "russia"] as const;
export type HolidayCountry = (typeof HOLIDAY_COUNTRIES)[number];

const named = (uk: string, ru: string, en: string): LocalText => ({ uk, ru, en });

/**
 * Fixed days by month and day. Ukraine: Labour Code art. 73, as changed in 2023 (Christmas on 25 December only).
 * Russia: Labour Code art. 112. Moved days are set by yearly acts and are not here.
 */
const FIXED: Record<HolidayCountry, readonly [string, LocalText][]> = {
  ukraine: [
    ["01-01", named("Новий рік", "Новый год", "New Year")],
    ["03-08", named("Міжнародний жіночий день", "Международный женский день", "International Women’s Day")],
    ["05-01", named("День праці", "День труда", "Labour Day")],
    [
      "05-08",
      named(
        "День пам’яті та перемоги над нацизмом",
        "День памяти и победы над нацизмом",
        "Day of Remembrance",
      ),
    ],
    ["06-28", named("День Конституції України", "День Конституции Украины", "Constitution Day")],
    ["07-15", named("День Української Державності", "День Украинской Государственности", "Statehood Day")],
    ["08-24", named("День Незалежності України", "День Независимости Украины", "Independence Day")],
    ["10-01", named("День захисників і захисниць", "День защитников и защитниц", "Defenders’ Day")],
    ["12-25", named("Різдво Христове", "Рождество Христово", "Christmas")],
  ],
  russia: [
    ...[1, 2, 3, 4, 5, 6, 8].map((day): [string, LocalText] => [
      `01-0${day}`,
      named("Новорічні канікули", "Новогодние каникулы", "New Year holidays"),
    ]),
    ["01-07", named("Різдво Христове", "Рождество Христово", "Christmas")],
    ["02-23", named("День захисника Вітчизни", "День защитника Отечества", "Defender’s Day")],
    ["03-08", named("Міжнародний жіночий день", "Международный женский день", "International Women’s Day")],
    ["05-01", named("Свято Весни і Праці", "Праздник Весны и Труда", "Spring and Labour Day")],
    ["05-09", named("День Перемоги", "День Победы", "Victory Day")],
    ["06-12", named("День Росії", "День России", "Russia Day")],
    ["11-04", named("День народної єдності", "День народного единства", "Unity Day")],
  ],
};

const EASTER = named("Великдень", "Пасха", "Easter");
const TRINITY = named("Трійця", "Троица", "Trinity Sunday");

/** The public holidays of a country in a year, as a proposal: an administrator confirms each line. */
export function usualHolidays(country: HolidayCountry, year: number): CalendarDay[] {
  const fixed = FIXED[country].map(([date, name]): [string, LocalText] => [`${year}-${date}`, name]);
  const easter = orthodoxEaster(year);
  const moving: [string, LocalText][] =
    country === "ukraine"
      ? [
          [dayText(easter), EASTER],
          [dayText(easter + 49 * DAY), TRINITY],
        ]
      : [];
  return [...fixed, ...moving]
    .map(([day, name]) => ({ day, kind: "holiday" as const, name }))
    .sort((left, right) => left.day.localeCompare(right.day));
}

const DAY = 86_400_000;

/** Meeus' rule for the Julian Easter; 13 days lie between the calendars from 1900 to 2099. Milliseconds, UTC. */
function orthodoxEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const march = moon + sunday + 114;
  const julian = Date.UTC(year, Math.floor(march / 31) - 1, (march % 31) + 1);
  return julian + 13 * DAY;
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
