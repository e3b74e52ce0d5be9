import { describe, expect, it } from "vitest";
import { translator } from "~/i18n/translate";
import { faultComplaints } from "./rule-faults";
import { ruleChanges, ruleLines } from "./rule-lines";
import { presetRules, RULE_PRESETS } from "./rule-presets";
import { rulesForm, rulesOf, rulesValues } from "./rules-form";

const districts = [
  { id: "d1", name: { uk: "Центр", en: "Centre" } },
  { id: "d2", name: { uk: "Зелений Гай", en: "Green Grove" } },
];
const ids = districts.map(({ id }) => id);
const languages = ["uk", "ru", "en"] as const;

function read(values: Record<string, unknown>) {
  const answers = rulesForm(ids).parse({ version: "0", ...values });
  return rulesOf(answers, languages, ids);
}
const complaints = (values: Record<string, unknown>) => {
  const answers = rulesForm(ids).safeParse({ version: "0", ...values });
  return answers.success
    ? []
    : answers.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
};
const ukrainian = rulesValues(presetRules("ukrainian_community"));

describe("the form of the rules", () => {
  it.each(RULE_PRESETS)("shows the preset %s and reads the same back", (preset) => {
    expect(read(rulesValues(presetRules(preset)))).toEqual(presetRules(preset));
  });

  it("keeps thresholds of single districts with the act of each part", () => {
    const rules = {
      ...presetRules("russian_city"),
      thresholds: [
        {
          duty: "answer" as const,
          signatures: 25_000,
          areas: [{ districtId: "d2", signatures: 100 }],
          term: { days: 10, unit: "working" as const },
        },
      ],
      basis: { signers: { uk: "Статут, ст. 24", en: "Charter, art. 24" } },
    };
    expect(read({ ...rulesValues(rules), threshold_1_signatures: "25 000" })).toEqual(rules);
  });

  it("drops a threshold whose number is cleared", () => {
    const values = { ...rulesValues(presetRules("parliament")), threshold_1_signatures: "" };
    expect(read(values).thresholds.map(({ duty }) => duty)).toEqual(["debate"]);
  });

  it("says which number is none, and refuses fields it does not know", () => {
    expect(complaints({ ...ukrainian, collection_days: "два місяці", threshold_1_area_d1: "-1" })).toEqual([
      "collection_days moderation.error.number",
      "threshold_1_area_d1 moderation.error.number",
    ]);
    expect(complaints({ ...ukrainian, threshold_1_area_elsewhere: "5" })).toHaveLength(1);
  });

  it("names the faults of the rules beside their fields", () => {
    const none = read({ ...ukrainian, threshold_1_signatures: "", bases: [], moderation_days: "0" });
    expect(faultComplaints(none)).toEqual([
      { field: "threshold_1_signatures", fault: "no_threshold" },
      { field: "form", fault: "term_too_short" },
      { field: "bases", fault: "no_basis_of_residence" },
    ]);
  });
});

describe("the difference of two versions", () => {
  const words = { t: translator("en"), locale: "en" as const, districts };
  const lines = (values: Record<string, unknown>) => ruleLines(read({ ...ukrainian, ...values }), words);

  it("is nothing for the same rules", () => {
    expect(ruleChanges(lines({}), lines({}))).toEqual([]);
  });

  it("names each changed, new and dropped parameter in words", () => {
    const changed = lines({
      moderation_days: "3",
      threshold_1_area_d2: "20",
      basis_thresholds_ru: "",
      withoutAccount: undefined,
    });
    expect(
      ruleChanges(lines({}), changed).map(({ label, before, after }) => [label, before, after]),
    ).toMatchInlineSnapshot(`
      [
        [
          "Time to check",
          "2 working days",
          "3 working days",
        ],
        [
          "Threshold 1: Green Grove",
          null,
          "20 signatures",
        ],
        [
          "Signing without an account is allowed",
          "Yes",
          "No",
        ],
        [
          "Act and article: Thresholds (Русский)",
          "Закон Украины «Об обращениях граждан», ст. 23-1; устав общины",
          null,
        ],
      ]
    `);
  });
});
