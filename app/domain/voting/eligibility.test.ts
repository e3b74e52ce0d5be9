import { describe, expect, it } from "vitest";
import type { Residence } from "~/domain/identity/residence";
import { decideEligibility, type EligibilityRules } from "./eligibility";

const rules: EligibilityRules = {
  bases: ["registered", "displaced"],
  minimumAge: 16,
  verifiedResidence: true,
};
const home: Residence = { districtId: "d", basis: "registered", verified: true };
const day = "2026-11-30";

describe("decideEligibility", () => {
  it.each([
    ["a registered adult", rules, "1980-01-01", home, []],
    ["a displaced adult", rules, "1980-01-01", { ...home, basis: "displaced" }, []],
    ["on the very birthday", rules, "2010-11-30", home, []],
    ["a day before the birthday", rules, "2010-12-01", home, ["too_young"]],
    ["without a date of birth", rules, null, home, ["birth_date_unknown"]],
    [
      "with an unverified residence",
      rules,
      "1980-01-01",
      { ...home, verified: false },
      ["residence_not_verified"],
    ],
    [
      "on a basis the rules leave out",
      rules,
      "1980-01-01",
      { ...home, basis: "actual" },
      ["basis_not_admitted"],
    ],
    ["without a residence", rules, "1980-01-01", null, ["no_residence", "residence_not_verified"]],
    [
      "failing every test",
      rules,
      "2020-01-01",
      null,
      ["no_residence", "residence_not_verified", "too_young"],
    ],
    ["where no age is asked", { ...rules, minimumAge: 0 }, null, home, []],
    [
      "where no check is asked",
      { ...rules, verifiedResidence: false },
      "1980-01-01",
      { ...home, verified: false },
      [],
    ],
  ] as const)("answers for %s", (_, ruleSet, bornOn, residence, reasons) => {
    const decision = decideEligibility(ruleSet, { bornOn }, residence, day);
    expect(decision.tests.flatMap(({ reason }) => reason ?? [])).toEqual(reasons);
    expect(decision.eligible).toBe(reasons.length === 0);
  });

  it("names only the conditions the rules have", () => {
    const open = { ...rules, minimumAge: 0, verifiedResidence: false };
    expect(decideEligibility(open, { bornOn: null }, home, day).tests.map(({ test }) => test)).toEqual([
      "basis",
    ]);
  });
});
