import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import type { CriterionSetup } from "./round-setup";

const USUAL = ["powers", "land", "open", "year", "money"] as const;

/** Questions that most regulations ask, to start from: the rule beside each names where to quote one's own. */
export function usualCriteria(languages: readonly Locale[]): CriterionSetup[] {
  return USUAL.map((name) => ({
    question: Object.fromEntries(
      languages.map((language) => [language, translator(language)(`prioritisation.usual.${name}.question`)]),
    ),
    rule: Object.fromEntries(
      languages.map((language) => [language, translator(language)(`prioritisation.usual.${name}.rule`)]),
    ),
  }));
}
