import { useListName } from "~/domain/results/components/use-list-name";
import { ballotAddress, recountPath } from "~/domain/results/recount";
import type { BallotFileEntry } from "~/domain/results/recount-queries.server";
import { ruleName } from "~/domain/results/rule-name";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Localised } from "~/ui/localised";
import { Table } from "~/ui/table";

/** The ballots that anybody may count, each with its download and a link that opens it here. */
export function RecountFiles({ files }: { files: BallotFileEntry[] }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const listName = useListName();
  if (files.length === 0) return <p>{t("results.recount.files.none")}</p>;
  return (
    <Table
      caption={t("results.recount.files.title")}
      captionHidden
      rows={files}
      rowKey={(file) => ballotAddress(file)}
      columns={[
        {
          id: "round",
          label: t("results.recount.files.round"),
          header: true,
          cell: ({ slug, title }) => (
            <a href={`/${locale}/rounds/${slug}/results`}>
              <Localised text={title} label={false} />
            </a>
          ),
        },
        { id: "list", label: t("results.recount.files.list"), cell: (file) => listName(file) },
        {
          id: "rule",
          label: t("results.recount.files.rule"),
          cell: ({ rule }) => (
            <span>
              {ruleName(t, rule)} <code className="quiet small">{rule}</code>
            </span>
          ),
        },
        {
          id: "count",
          label: t("results.recount.files.ballots"),
          cell: (file) => (
            <span>
              <a href={recountPath(locale, file)}>{t("results.recount.files.here")}</a>
              <br />
              <a href={ballotAddress(file)} download={`${file.slug}-${file.list}.pb`}>
                {t("results.recount.files.download", { size: format.fileSize(file.bytes) })}
              </a>
            </span>
          ),
        },
      ]}
    />
  );
}
