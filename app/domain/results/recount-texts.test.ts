import { describe, expect, it } from "vitest";
import { locales } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { fillText, recountTexts } from "./recount-texts";

describe("recountTexts", () => {
  it.each(locales)("in %s keep the braces that the script fills", (locale) => {
    const texts = recountTexts(translator(locale));
    expect(texts.same).toContain("{count}");
    expect(texts.unreadableColumn).toMatch(/\{line\}.*\{column\}.*\{cause\}/);
    expect(texts.causes["cost-not-a-number"]).toContain("{value}");
    const said = fillText(texts.unreadable, {
      line: 3,
      cause: fillText(texts.causes["cost-negative"], { value: "-5" }),
    });
    expect(said).toContain("3");
    expect(said).toContain("-5");
    expect(said).not.toMatch(/[{}]/);
  });

  it("puts values in as they are, braces and all", () => {
    expect(fillText("{a} and {b}", { a: "{b}", b: "$&</script>" })).toBe("{b} and $&</script>");
    expect(fillText("{unknown}", {})).toBe("{unknown}");
  });
});
