import { useT } from "~/i18n/use-translation";

/** Filled for funded, outlined for not, and the word beside it: colour alone says nothing. */
export function OutcomeMark({ funded }: { funded: boolean }) {
  const t = useT();
  return (
    <span className={funded ? "outcome is-funded" : "outcome"}>
      <span className={funded ? "chart-mark is-series-1 is-filled" : "chart-mark is-series-1 is-outlined"} />
      {t(funded ? "results.table.funded" : "results.table.notFunded")}
    </span>
  );
}
