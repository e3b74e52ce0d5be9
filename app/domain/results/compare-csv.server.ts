import type { ComparedList } from "./compare-summary";
import { type CsvStyle, csv } from "./csv.server";

const COLUMNS = [
  "list",
  "rule",
  "used",
  "funded",
  "cost",
  "currency",
  "ballots",
  "voters_with_funded_choice",
  "exclusion_ratio",
  "funded_choices_per_ballot",
  "gini",
  "deserving_unfunded",
  "selected",
] as const;

/** One row per list and rule; amounts in major units, ids of projects with spaces between. */
export function compareCsv(lists: readonly ComparedList[], currency: string, style: CsvStyle): string {
  const rows = lists.flatMap(({ list, outcomes }) =>
    outcomes.map(({ rule, selected, cost, votersWithWinner, measures }, index) => [
      list.key,
      rule,
      index === 0 ? 1 : 0,
      selected.length,
      cost,
      currency,
      list.ballots,
      votersWithWinner,
      rounded(measures.excluded),
      rounded(measures.fundedChoices),
      rounded(measures.gini),
      measures.deserving.join(" "),
      selected.join(" "),
    ]),
  );
  return csv(COLUMNS, rows, style);
}

/** Four digits after the point say more than any reader needs, and the same everywhere. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
