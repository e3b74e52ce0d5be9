import { useListName } from "~/domain/results/components/use-list-name";
import { fractionValue } from "~/domain/results/fraction-value";
import { roughMinor } from "~/domain/results/money-text";
import type { PublishedResult, ResultList } from "~/domain/results/published-result";
import { useFormat, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";

const STOPS = {
  overspend: "results.method.sharesOverspend",
  exhaustive: "results.method.sharesExhaustive",
  all_selected: "results.method.sharesAllSelected",
} as const;

/** How large the shares were at first and at the end: a sentence, or a table of the lists. */
export function Shares({ result: { lists, currency } }: { result: PublishedResult }) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const rows = lists.flatMap((list) => sharesOf(list, currency) ?? []);
  const [only] = rows;
  if (!only) return null;
  const money = (minor: number) => format.money(minor, currency);
  if (lists.length > 1) {
    return (
      <Table
        caption={t("results.method.sharesTable")}
        rows={rows}
        rowKey={({ list }) => list.key}
        columns={[
          { id: "list", label: t("results.method.sharesList"), header: true, cell: ({ list }) => name(list) },
          {
            id: "start",
            label: t("results.method.sharesAtFirst"),
            numeric: true,
            cell: ({ start }) => money(start),
          },
          { id: "end", label: t("results.method.sharesAtEnd"), numeric: true, cell: ({ end }) => money(end) },
        ]}
      />
    );
  }
  const { start, end, list } = only;
  const steps = list.count.steps ?? 0;
  return (
    <p className="measure">
      {t("results.method.sharesFirst", { share: money(start) })}{" "}
      {steps > 0 ? t("results.method.sharesSteps", { steps, share: money(end) }) : null}{" "}
      {list.count.stop ? t(STOPS[list.count.stop]) : null}
    </p>
  );
}

/** The share of one voter before and after the steps, in minor units; null for a list without ballots. */
function sharesOf(
  list: ResultList,
  currency: string,
): { list: ResultList; start: number; end: number } | null {
  const { count, amount, ballots } = list;
  if (!count.endowment || ballots === 0) return null;
  const end = roughMinor(fractionValue(count.endowment), currency);
  return { list, start: Math.floor(amount / ballots), end };
}
