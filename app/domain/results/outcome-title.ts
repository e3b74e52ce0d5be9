import type { T } from "~/i18n/translate";

/** The headline of a result: "30 of 64 projects funded". */
export function outcomeTitle(t: T, { funded, total }: { funded: number; total: number }): string {
  if (funded === 0) return t("results.outcome.none");
  if (funded === total && total > 1) return t("results.outcome.all", { total });
  return t("results.outcome.some", { funded, total });
}
