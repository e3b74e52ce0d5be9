import { describe, expect, it } from "vitest";
import { formatter } from "./format";
import { localText } from "./local-text";
import { isMessageKey, translator } from "./translate";

describe("translator", () => {
  it("uses every plural form of Ukrainian, Russian and English", () => {
    const days = (locale: "uk" | "ru" | "en", count: number) =>
      translator(locale)("common.time.daysLeft", { days: count });
    expect([1, 2, 5, 21, 22, 1.5].map((count) => days("uk", count))).toEqual([
      "Залишився 1 день",
      "Залишилося 2 дні",
      "Залишилося 5 днів",
      "Залишився 21 день",
      "Залишилося 22 дні",
      "Залишилося 1,5 дня",
    ]);
    expect([1, 3, 11].map((count) => days("ru", count))).toEqual([
      "Остался 1 день",
      "Осталось 3 дня",
      "Осталось 11 дней",
    ]);
    expect([1, 2].map((count) => days("en", count))).toEqual(["1 day left", "2 days left"]);
  });

  it("leaves escaping to React", () => {
    expect(translator("en")("common.errors.pageTitle", { title: "<b>&'" })).toBe("Error: <b>&'");
  });

  it("fails loudly when a value is missing", () => {
    expect(() => translator("en")("common.errors.pageTitle")).toThrow(/title/);
  });

  it("tells keys from other texts", () => {
    expect(isMessageKey("common.actions.save")).toBe(true);
    expect(isMessageKey("common.actions")).toBe(false);
    expect(isMessageKey("constructor")).toBe(false);
  });

  it("is quick enough to be called a thousand times on a page", () => {
    const t = translator("uk");
    t("common.time.daysLeft", { days: 1 });
    const start = performance.now();
    for (let days = 0; days < 1000; days += 1) t("common.time.daysLeft", { days });
    expect(performance.now() - start).toBeLessThan(40);
  });
});

describe("localText", () => {
  it("falls back in the order uk, ru, en and says which language it found", () => {
    expect(localText({ uk: "Парк", en: "Park" }, "en")).toEqual({ text: "Park", lang: "en", foreign: false });
    expect(localText({ uk: "Парк", ru: " " }, "ru")).toEqual({ text: "Парк", lang: "uk", foreign: true });
    expect(localText({}, "ru")).toEqual({ text: "", lang: "ru", foreign: false });
  });
});

describe("formatter", () => {
  const kyiv = formatter("uk", "Europe/Kyiv", "UAH");
  const english = formatter("en", "Europe/Kyiv", "UAH");
  const spaced = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, " ");

  it("writes money from minor units without losing a digit", () => {
    expect(spaced(kyiv.money(42_000_000))).toBe("420 000 ₴");
    expect(spaced(kyiv.money(50))).toBe("0,50 ₴");
    expect(spaced(kyiv.money(-12_345))).toBe("-123,45 ₴");
    expect(english.money(Number.MAX_SAFE_INTEGER)).toBe("₴90,071,992,547,409.91");
    expect(spaced(english.money(1500, "PLN"))).toBe("zł 15");
    expect(spaced(english.money(1500, "JPY"))).toBe("¥1,500");
  });

  it("shows instants in the community's zone and calendar days in none", () => {
    const midnight = new Date("2026-11-30T22:30:00Z");
    expect(english.date(midnight)).toBe("1 December 2026");
    expect(english.date("2026-11-30")).toBe("30 November 2026");
    expect(english.dateTimeZone(midnight)).toBe("1 December 2026, 00:30 (Kyiv time)");
    expect(spaced(english.dateRange("2026-11-30", "2026-12-09"))).toBe("30 November – 9 December 2026");
    expect(formatter("ru", "Asia/Tbilisi", "GEL").zoneName()).toMatch(/Грузия/);
  });

  it("counts the days left by the calendar of the zone", () => {
    const end = new Date("2026-11-30T22:00:00Z");
    expect(english.daysLeft(end, new Date("2026-11-21T22:30:00Z"))).toBe("8 days left");
    expect(english.daysLeft(end, new Date("2026-11-29T22:30:00Z"))).toBe("Last day");
    expect(english.daysLeft(end, end)).toBe("Closed");
  });

  it("splits what is left into a figure and words", () => {
    const end = new Date("2026-11-30T22:00:00Z");
    expect(kyiv.countdown(end, new Date("2026-11-21T22:30:00Z"))).toEqual({
      big: "8",
      small: "днів залишилося",
    });
    expect(kyiv.countdown(end, new Date("2026-11-30T12:00:00Z"))).toEqual({
      big: "24:00",
      small: "останній день",
    });
    expect(english.countdown(end, end)).toEqual({ big: "1 December", small: "Closed" });
  });

  it("tells an end at midnight as 24:00 of the day before", () => {
    const midnight = new Date("2026-11-30T22:00:00Z");
    expect(english.deadlineZone(midnight)).toBe("30 November 2026, 24:00 (Kyiv time)");
    expect(english.deadline(new Date("2026-11-30T21:59:00Z"))).toBe("30 November 2026, 23:59");
  });

  it("tells how long ago in minutes, hours and days", () => {
    const now = new Date("2026-11-30T12:00:00Z");
    expect(english.relative(new Date("2026-11-30T11:55:00Z"), now)).toBe("5 minutes ago");
    expect(english.relative(new Date("2026-11-30T14:00:00Z"), now)).toBe("in 2 hours");
    expect(english.relative(new Date("2026-11-29T09:00:00Z"), now)).toBe("yesterday");
  });

  it("is made once for each language, zone and currency", () => {
    expect(formatter("uk", "Europe/Kyiv", "UAH")).toBe(kyiv);
  });
});
