import type { Reason } from "~/domain/tally/count-result";
import type { Format } from "~/i18n/format";
import type { MessageKey } from "~/i18n/messages";
import type { MessageValues, T } from "~/i18n/translate";
import { priceMinor, roughMinor } from "./money-text";
import type { ProjectReason } from "./result";

const sentences = {
  "funded-in-turn": "results.reason.fundedInTurn",
  "funded-by-supporters": "results.reason.fundedBySupporters",
  "funded-by-load": "results.reason.fundedByLoad",
  "funded-by-completion": "results.reason.fundedByCompletion",
  "no-supporters": "results.reason.noSupporters",
  "below-minimum-votes": "results.reason.belowMinimumVotes",
  "dearer-than-budget": "results.reason.dearerThanBudget",
  "does-not-fit": "results.reason.doesNotFit",
  "count-had-stopped": "results.reason.countHadStopped",
  "excluded-by-winner": "results.reason.excludedByWinner",
  "needed-project-not-funded": "results.reason.neededProjectNotFunded",
  "supporters-lack-money": "results.reason.supportersLackMoney",
  "next-would-overspend": "results.reason.nextWouldOverspend",
} satisfies Record<Reason, MessageKey>;

/** Figures of a reason that are money; the others are numbers or codes of projects. */
const moneyNames = new Set(["cost", "budget", "left", "leftBefore", "missing", "supportersMoney"]);

/** Why a project won or lost, in one sentence; `cost` is in minor units of `currency`. */
export function reasonSentence(
  { t, format, currency }: { t: T; format: Format; currency: string },
  reason: Pick<ProjectReason, "code" | "values">,
  cost: number,
): string {
  const values: MessageValues = { cost: format.money(cost, currency) };
  for (const [name, value] of Object.entries(reason.values)) {
    if (moneyNames.has(name)) values[name] = format.money(roughMinor(value, currency), currency);
    else if (name === "price") values[name] = format.money(priceMinor(Number(value), currency), currency);
    else values[name] = value;
  }
  if (reason.code === "below-minimum-votes") values["score"] = Number(reason.values["score"]);
  return t(sentences[reason.code], values);
}
