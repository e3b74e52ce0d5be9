import type { Locale } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";

type Row = {
  number: number;
  title: string;
  language: Locale;
  closesAt: Date | null;
  signatures: number;
  /** Paper sheets that wait for the second person. */
  unchecked: number;
};

type Props = {
  caption: string;
  rows: Row[];
  href: (number: number) => string;
  /** What staff look for beside the end of the term. */
  count: { label: string; of: "signatures" | "unchecked" };
};

/** Petitions that take signatures now, each leading to where staff add some. */
export function SignableTable({ caption, rows, href, count }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  if (rows.length === 0) return <EmptyState title={t("integrity.desk.noPetitions")} />;
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        { id: "number", label: t("integrity.desk.number"), cell: ({ number }) => number },
        {
          id: "title",
          label: t("integrity.desk.petition"),
          header: true,
          cell: ({ number, title, language }) => (
            <a href={href(number)} lang={language === locale ? undefined : language}>
              {title}
            </a>
          ),
        },
        { id: "count", label: count.label, numeric: true, cell: (row) => format.number(row[count.of]) },
        {
          id: "closes",
          label: t("integrity.desk.closes"),
          cell: ({ closesAt }) => (closesAt ? format.deadline(closesAt) : "–"),
        },
      ]}
    />
  );
}
