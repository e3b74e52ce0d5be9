import { describe, expect, it } from "vitest";
import { type Numbers, REASONS, type Reason } from "~/domain/tally/count-result";
import { formatter } from "~/i18n/format";
import { type Locale, locales } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { reasonSentence } from "./reason-sentence";

/** Figures as the tally gives them: money as exact text or as a double, prices as doubles. */
const values: Record<Reason, Numbers> = {
  "funded-in-turn": { place: 3, score: "552", leftBefore: "120000.5" },
  "funded-by-supporters": { price: 6.944_444, payers: 720 },
  "funded-by-load": { load: 0.002 },
  "funded-by-completion": { place: 9, score: "40", leftBefore: "8000" },
  "no-supporters": {},
  "below-minimum-votes": { score: "21", minimum: "50" },
  "dearer-than-budget": { cost: "5000", budget: "4000" },
  "does-not-fit": { cost: "5000", left: "1200.5", missing: "3799.5" },
  "count-had-stopped": { stoppedAt: "17" },
  "excluded-by-winner": { by: "17" },
  "needed-project-not-funded": { needs: "17" },
  "supporters-lack-money": { cost: "5000", supportersMoney: 3765.299_9, missing: 1234.7 },
  "next-would-overspend": { stoppedAt: "17" },
};

function sentence(locale: Locale, code: Reason): string {
  const words = { t: translator(locale), format: formatter(locale, "Europe/Kyiv", "UAH"), currency: "PLN" };
  return reasonSentence(words, { code, values: values[code] }, 500_000).replaceAll("\u00a0", " ");
}

describe("reasonSentence", () => {
  it.each(locales)("has a whole sentence for every reason in %s", (locale) => {
    const sentences = REASONS.map((code) => sentence(locale, code));
    for (const text of sentences) expect(text).toMatch(/^[\p{Lu}\d][^{}]{10,140}\.$/u);
    expect(new Set(sentences).size).toBe(REASONS.length);
  });

  it.each<[Locale, Reason, string]>([
    ["uk", "supporters-lack-money", "Прибічники могли заплатити разом лише 3 765,29 zł із 5 000 zł."],
    ["uk", "funded-by-supporters", "720 прибічників оплатили його разом, щонайбільше по 6,95 zł."],
    ["uk", "below-minimum-votes", "21 голос, а потрібно щонайменше 50."],
    ["ru", "does-not-fit", "Не поместился: оставалось 1 200,50 zł, не хватило 3 799,50 zł."],
    ["en", "funded-in-turn", "When its turn came, zł 120,000.50 was left: enough."],
    ["en", "count-had-stopped", "The count ended before its turn, at project no. 17."],
  ])("says in %s: %s", (locale, code, text) => {
    expect(sentence(locale, code)).toBe(text);
  });
});
