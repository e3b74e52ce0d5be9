import type { PabulibCause } from "~/domain/tally/pabulib-problem";
import type { MessageKey } from "~/i18n/messages";
import type { MessageValues, T } from "~/i18n/translate";
import type { ImportRefusal } from "./import-refusal";

export const causes = {
  "quote-never-closed": "results.pabulib.quoteNeverClosed",
  "record-too-long": "results.pabulib.recordTooLong",
  "nul-character": "results.pabulib.nulCharacter",
  "lone-carriage-return": "results.pabulib.loneCarriageReturn",
  "file-too-large": "results.pabulib.fileTooLarge",
  "not-utf-8": "results.pabulib.notUtf8",
  "text-before-first-section": "results.pabulib.textBeforeFirstSection",
  "section-twice": "results.pabulib.sectionTwice",
  "section-out-of-order": "results.pabulib.sectionOutOfOrder",
  "section-missing": "results.pabulib.sectionMissing",
  "section-without-header": "results.pabulib.sectionWithoutHeader",
  "column-missing": "results.pabulib.columnMissing",
  "column-twice": "results.pabulib.columnTwice",
  "field-missing": "results.pabulib.fieldMissing",
  "key-missing": "results.pabulib.keyMissing",
  "key-twice": "results.pabulib.keyTwice",
  "too-many-keys": "results.pabulib.tooManyKeys",
  "vote-type-unknown": "results.pabulib.voteTypeUnknown",
  "points-do-not-match-votes": "results.pabulib.pointsDoNotMatchVotes",
  "budget-not-a-number": "results.pabulib.budgetNotANumber",
  "budget-negative": "results.pabulib.budgetNegative",
  "project-id-empty": "results.pabulib.projectIdEmpty",
  "project-id-twice": "results.pabulib.projectIdTwice",
  "cost-not-a-number": "results.pabulib.costNotANumber",
  "cost-negative": "results.pabulib.costNegative",
  "too-many-projects": "results.pabulib.tooManyProjects",
  "project-unknown": "results.pabulib.projectUnknown",
  "envelope-unknown": "results.pabulib.envelopeUnknown",
  "envelope-twice": "results.pabulib.envelopeTwice",
  "envelopes-exceed-budget": "results.pabulib.envelopesExceedBudget",
  "requires-itself": "results.pabulib.requiresItself",
  "threshold-not-a-number": "results.pabulib.thresholdNotANumber",
  "choice-unknown": "results.pabulib.choiceUnknown",
  "more-than-one-choice": "results.pabulib.moreThanOneChoice",
  "points-missing": "results.pabulib.pointsMissing",
  "points-not-a-number": "results.pabulib.pointsNotANumber",
  "points-negative": "results.pabulib.pointsNegative",
  "weight-not-positive": "results.pabulib.weightNotPositive",
  "too-many-voters": "results.pabulib.tooManyVoters",
} satisfies Record<PabulibCause, MessageKey>;

const refusals = {
  too_large: "results.refusal.tooLarge",
  broken_archive: "results.refusal.brokenArchive",
  unreadable: "results.refusal.unreadable",
  no_projects: "results.refusal.noProjects",
  unknown_rule: "results.refusal.unknownRule",
  rule_not_for_ballots: "results.refusal.ruleNotForBallots",
  unknown_currency: "results.refusal.unknownCurrency",
  amount_too_fine: "results.refusal.amountTooFine",
  already_imported: "results.refusal.alreadyImported",
  slug_taken: "results.refusal.slugTaken",
  slug_malformed: "results.refusal.slugMalformed",
} satisfies Record<ImportRefusal, MessageKey>;

/** Why a file was not taken, in one sentence; an unreadable one is told by line, column and cause. */
export function importRefusalSentence(t: T, reason: ImportRefusal, details: MessageValues = {}): string {
  if (reason !== "unreadable") return t(refusals[reason], details);
  const { cause, line = 1, column = "", value = "" } = details;
  const said = t(causes[cause as PabulibCause], { value });
  return column === ""
    ? t("results.refusal.unreadable", { line, cause: said })
    : t("results.refusal.unreadableColumn", { line, column, cause: said });
}
