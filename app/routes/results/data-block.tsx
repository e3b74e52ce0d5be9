import { outcomeTitle } from "~/domain/results/outcome-title";
import { type PublishedResult, totalsOf } from "~/domain/results/published-result";
import { FURTHER_KEYS, PROJECT_COLUMNS } from "~/domain/results/result-columns";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Facts } from "~/ui/facts";
import { Table } from "~/ui/table";

type Props = { result: PublishedResult; community: string; address: string };

/** Files, the permanent address and how to cite. */
export function DataBlock({ result, community, address }: Props) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const file = (kind: string) => `/pb/${encodeURIComponent(result.slug)}/results.${kind}`;
  const citation = t("results.data.citation", {
    community,
    round: localText(result.title, locale).text,
    outcome: outcomeTitle(t, totalsOf(result.lists)),
    url: address,
    when: format.date(result.publishedAt),
  });
  const { source } = result;
  const facts = [
    { label: t("results.data.permanent"), value: <a href={address}>{address}</a> },
    { label: t("results.data.cite"), value: citation },
    ...(source
      ? [
          { label: t("results.data.source"), value: <span lang="en">{source.citation}</span> },
          { label: t("results.data.sourceFile"), value: source.file },
        ]
      : []),
  ];
  return (
    <>
      <p className="cluster">
        <a href={`${file("csv")}?lang=${locale}`}>{t("results.data.csv")}</a>
        <a href={`${file("csv")}?lang=${locale}&for=excel`}>{t("results.data.excel")}</a>
        <a href={file("json")}>{t("results.data.json")}</a>
      </p>
      <Facts items={facts} />
      <p>{t("results.data.licence")}</p>
      <Dictionary />
    </>
  );
}

/** What the columns of the CSV and the further keys of the JSON mean. */
function Dictionary() {
  const t = useT();
  const meaning = t("results.data.meaning");
  return (
    <Details summary={t("results.data.columns")}>
      <Table
        caption={t("results.data.columns")}
        captionHidden
        rows={[...PROJECT_COLUMNS]}
        rowKey={(column) => column}
        columns={[
          {
            id: "column",
            label: t("results.data.column"),
            header: true,
            cell: (column) => <code>{column}</code>,
          },
          { id: "meaning", label: meaning, cell: (column) => t(`results.columns.${column}`) },
        ]}
      />
      <Table
        caption={t("results.data.keys")}
        rows={[...FURTHER_KEYS]}
        rowKey={(key) => key}
        columns={[
          { id: "key", label: t("results.data.key"), header: true, cell: (key) => <code>{key}</code> },
          { id: "meaning", label: meaning, cell: (key) => t(`results.keys.${key}`) },
        ]}
      />
    </Details>
  );
}
