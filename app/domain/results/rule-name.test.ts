import { describe, expect, it } from "vitest";
import { VOTE_TYPES } from "~/domain/tally/election";
import { rulesFor } from "~/domain/tally/rules";
import { locales } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { rulesToWeigh } from "./compare-rules";
import { ruleName, shortRuleName } from "./rule-name";

describe.each(locales)("names of rules in %s", (locale) => {
  const t = translator(locale);

  it.each(VOTE_TYPES)("tell all rules for %s ballots apart", (voteType) => {
    const names = rulesFor(voteType).map(({ id }) => ruleName(t, id));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/[{}_]/);
  });

  it("tell the compared rules apart in a few words", () => {
    const names = rulesToWeigh("approval", "mes_cost_add1_until_over").map((rule) => shortRuleName(t, rule));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(32);
  });

  it("fall back to the id of a rule nobody knows", () => {
    expect(ruleName(t, "majority")).toBe("majority");
  });
});
