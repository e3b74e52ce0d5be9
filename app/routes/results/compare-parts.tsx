import {
  type ComparedList,
  type ComparedPart,
  compareParts,
  type PartKind,
  rulesOf,
  summarise,
} from "~/domain/results/compare-summary";
import { useListName } from "~/domain/results/components/use-list-name";
import { shortRuleName } from "~/domain/results/rule-name";
import { useFormat, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";

type Props = { lists: ComparedList[]; currency: string };

/** Winners and money of each rule by district, by category and by area, where there are any. */
export function CompareParts({ lists, currency }: Props) {
  const t = useT();
  const listName = useListName();
  const districts =
    lists.length < 2
      ? null
      : lists.map((each) => ({ name: listName(each.list), byRule: summarise([each], currency) }));
  const kinds: [PartKind, ComparedPart[] | null][] = [
    ["category", compareParts(lists, "category")],
    ["area", compareParts(lists, "area")],
  ];
  const shown = kinds.flatMap(([kind, parts]) => (parts ? [{ kind, parts }] : []));
  if (!districts && shown.length === 0) return null;
  return (
    <Section title={t("results.compare.parts.title")} id="parts" lead={t("results.compare.parts.lead")}>
      {districts ? (
        <PartTable
          caption={t("results.compare.parts.district")}
          parts={districts}
          lists={lists}
          currency={currency}
        />
      ) : null}
      {shown.map(({ kind, parts }) => (
        <PartTable
          key={kind}
          caption={t(`results.compare.parts.${kind}`)}
          parts={parts}
          lists={lists}
          currency={currency}
        />
      ))}
    </Section>
  );
}

type TableProps = Props & { caption: string; parts: ComparedPart[] };

function PartTable({ caption, parts, lists, currency }: TableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Table<ComparedPart>
      caption={caption}
      rows={parts}
      rowKey={({ name }) => name}
      columns={[
        {
          id: "name",
          label: caption,
          header: true,
          cell: ({ name }) => name || t("results.compare.parts.none"),
        },
        ...rulesOf(lists).map((rule, index) => ({
          id: rule,
          label: shortRuleName(t, rule),
          numeric: true,
          cell: ({ byRule }: ComparedPart) => {
            const { funded = 0, spent = 0 } = byRule[index] ?? {};
            return t("results.compare.parts.cell", { funded, spent: format.money(spent, currency) });
          },
        })),
      ]}
    />
  );
}
