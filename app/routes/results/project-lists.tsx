import { useListName } from "~/domain/results/components/use-list-name";
import {
  type PublishedResult,
  type ResultList,
  type Sorting,
  sortProjects,
} from "~/domain/results/published-result";
import { intlTags } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { useProjectColumns } from "./project-columns";
import { tableId } from "./table-id";

type Props = { result: PublishedResult; sorting: Sorting };

/** The table of each list, sorted by the address of the page. */
export function ProjectLists({ result, sorting }: Props) {
  const t = useT();
  return (
    <>
      <p className="quiet small screen-only">{t("results.table.sortedBy")}</p>
      {result.lists.map((list, index) => (
        <div key={list.key} id={tableId(index)} className="project-list stack">
          {result.lists.length > 1 ? <ListHead list={list} currency={result.currency} /> : null}
          <ProjectTable result={result} list={list} sorting={sorting} />
        </div>
      ))}
    </>
  );
}

function ListHead({ list, currency }: { list: ResultList; currency: string }) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const won = list.projects.filter(({ funded }) => funded);
  const spent = won.reduce((sum, { cost }) => sum + cost, 0);
  return (
    <>
      <h3 id={`list-${list.key}`}>{name(list)}</h3>
      <p>
        {t("results.envelope.summary", {
          funded: won.length,
          total: list.projects.length,
          spent: format.money(spent, currency),
          budget: format.money(list.amount, currency),
          ballots: list.ballots,
        })}
      </p>
    </>
  );
}

function ProjectTable({ result, list, sorting }: Props & { list: ResultList }) {
  const t = useT();
  const name = useListName();
  const collator = new Intl.Collator(intlTags[useLocale()], { numeric: true });
  const projects = sortProjects(list.projects, sorting, collator.compare);
  const columns = useProjectColumns(result, list, sorting);
  return (
    <Table
      caption={t("results.table.caption", { list: name(list) })}
      captionHidden
      columns={columns}
      rows={projects}
      rowKey={({ code }) => code}
    />
  );
}
