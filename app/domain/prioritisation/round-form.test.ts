import { describe, expect, it } from "vitest";
import { calendarForm, calendarValues, readCalendar } from "./calendar-form";
import {
  amountText,
  missingDrawSource,
  newRoundForm,
  readEnvelopes,
  readLocal,
  rulesForm,
  rulesOf,
} from "./round-form";
import { SUGGESTED_RULES } from "./round-setup";

describe("newRoundForm", () => {
  it.each([
    ["2027", "2027"],
    [" Budget-2027 ", "budget-2027"],
    ["new", null],
    ["2027/2", null],
    ["-2027", null],
    ["", null],
    ["бюджет", null],
    ["a".repeat(41), null],
  ])("reads the address %j", (slug, expected) => {
    const read = newRoundForm.safeParse({ slug, title_uk: "Бюджет" });
    expect(read.success ? read.data.slug : null).toBe(expected);
  });

  it("S-31 knows no other field", () => {
    expect(newRoundForm.safeParse({ slug: "2027", published_at: "now" }).success).toBe(false);
  });
});

describe("rulesForm", () => {
  const { eligibility, ...rest } = SUGGESTED_RULES;
  const typed = {
    ...rest,
    maxChoices: "5",
    minimumVotes: "0",
    minimumAge: "16",
    bases: [...eligibility.bases],
    version: "3",
  };

  it("reads what it shows", () => {
    const read = rulesForm.parse(typed);
    expect(rulesOf(read, ["uk", "en"])).toEqual(SUGGESTED_RULES);
    expect(read.version).toBe(3);
  });

  it("keeps the source of the draw in the community's languages, and only with the draw", () => {
    const source = {
      drawSource_uk: "Курс євро",
      drawSource_en: " The euro rate ",
      drawSource_ru: "Курс евро",
    };
    const drawn = rulesForm.parse({ ...typed, tieOrder: "draw", ...source });
    expect(rulesOf(drawn, ["uk", "en"])).toMatchObject({
      tieOrder: "draw",
      drawSource: { uk: "Курс євро", en: "The euro rate" },
    });
    expect(rulesOf(rulesForm.parse({ ...typed, ...source }), ["uk"])).not.toHaveProperty("drawSource");
  });

  it("names the languages in which the draw has no source", () => {
    const partly = { ...typed, drawSource_uk: "Курс євро", drawSource_en: "  " };
    expect(missingDrawSource(rulesForm.parse({ ...partly, tieOrder: "draw" }), ["uk", "en"])).toEqual([
      "drawSource_en",
    ]);
    expect(missingDrawSource(rulesForm.parse(partly), ["uk", "en"])).toEqual([]);
  });

  it.each([
    ["no choice at all", { maxChoices: "0" }, "maxChoices"],
    ["half a choice", { maxChoices: "1.5" }, "maxChoices"],
    ["a number in words", { maxChoices: "five" }, "maxChoices"],
    ["nobody", { bases: [] }, "bases"],
    ["an unknown ground", { bases: ["tourist"] }, "bases"],
    ["a negative age", { minimumAge: "-1" }, "minimumAge"],
    ["a rule of its own", { allocation: "hand_picked" }, "allocation"],
  ])("refuses %s beside its field", (_, change, field) => {
    const read = rulesForm.safeParse({ ...typed, ...change });
    expect(read.success ? [] : read.error.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it("asks for no number of choices where the sum is the limit", () => {
    expect(rulesForm.safeParse({ ...typed, ballot: "knapsack", maxChoices: "" }).success).toBe(true);
  });
});

describe("readEnvelopes", () => {
  it("reads amounts as people type them and leaves empty areas out", () => {
    const answers = { amount_whole: "1,5 млн", amount_d1: "", amount_d2: "500 000,50" };
    expect(readEnvelopes(answers, ["d1", "d2"])).toEqual({
      envelopes: [
        { districtId: null, amount: 150_000_000 },
        { districtId: "d2", amount: 50_000_050 },
      ],
      wrong: [],
    });
  });

  it("names the field that holds no amount", () => {
    expect(readEnvelopes({ amount_whole: "a lot", amount_d1: "-5" }, ["d1"]).wrong).toEqual([
      "amount_whole",
      "amount_d1",
    ]);
  });

  it.each([
    [50_000_000, "500000"],
    [50_000_050, "500000.50"],
    [5, "0.05"],
  ])("shows %d minor units as %s", (minor, text) => {
    expect(amountText(minor)).toBe(text);
    expect(readEnvelopes({ amount_whole: text }, []).envelopes).toEqual([
      { districtId: null, amount: minor },
    ]);
  });
});

describe("readLocal", () => {
  it("keeps the community's languages and drops empty texts", () => {
    const answers = { title_uk: "Парк", title_ru: "", title_en: "Park" };
    expect(readLocal(answers, "title", ["uk", "ru"])).toEqual({ uk: "Парк" });
  });
});

describe("readCalendar", () => {
  const typed = {
    submission_opens: "2027-02-01T09:00",
    submission_closes: "2027-03-01T18:00",
    screening_opens: "2027-03-01T18:00",
    screening_closes: "2027-03-20T18:00",
    voting_opens: "2027-03-25T09:00",
    voting_closes: "2027-03-28T23:59",
    objections_opens: "2027-03-29T09:00",
    objections_closes: "2027-04-05T18:00",
    result_closes: "2027-04-12T18:00",
  };

  it("F-11 a vote that closes at 23:59 on the night the clocks change has one instant, and shows it again", () => {
    const { stages, complaints } = readCalendar(typed, "Europe/Kyiv");
    expect(complaints).toEqual([]);
    expect(stages[2]?.closesAt).toEqual(new Date("2027-03-28T20:59Z"));
    expect(calendarValues(stages, "Europe/Kyiv")).toEqual(typed);
    expect(stages[4]).toEqual({
      kind: "result",
      opensAt: stages[3]?.closesAt,
      closesAt: new Date("2027-04-12T15:00Z"),
    });
  });

  it("names what is no time, and what stands in the wrong order", () => {
    const missing = readCalendar({ ...typed, voting_opens: "", result_closes: "soon" }, "Europe/Kyiv");
    expect(missing.complaints).toEqual([
      { field: "voting_opens", code: "not_a_time" },
      { field: "result_closes", code: "not_a_time" },
    ]);
    const early = readCalendar({ ...typed, objections_opens: "2027-03-28T12:00" }, "Europe/Kyiv");
    expect(early.complaints).toEqual([{ field: "objections_opens", code: "overlaps" }]);
  });

  it("S-31 knows no other field", () => {
    expect(calendarForm.safeParse({ ...typed, version: "1" }).success).toBe(true);
    expect(calendarForm.safeParse({ ...typed, version: "1", closed_at: "" }).success).toBe(false);
  });
});
