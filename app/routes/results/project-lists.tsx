import { OutcomeMark } from "~/domain/results/components/outcome-mark";
import { ProjectTitle } from "~/domain/results/components/project-title";
import { useListName } from "~/domain/results/components/use-list-name";
import { useReason } from "~/domain/results/components/use-reason";
import { majorUnits } from "~/domain/results/money-text";
import {
  type PublishedResult,
  projectPath,
  type ResultList,
  type ResultProject,
  type Sort,
  type Sorting,
  sortProjects,
} from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { intlTags } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Datum } from "~/ui/charts/datum";
import { type Column, Table } from "~/ui/table";
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
  const columns = useColumns(result, list, sorting);
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

function useColumns(
  { slug, lists, currency }: PublishedResult,
  list: ResultList,
  sorting: Sorting,
): Column<ResultProject>[] {
  const t = useT();
  const format = useFormat();
  const base = `/${useLocale()}/rounds/${slug}/results`;
  const reason = useReason(currency);
  const { unit } = ruleTraits(list.rule);
  const most = Math.max(1, ...list.projects.map(({ score }) => score));
  const sort = (by: Sort) => ({ sort: sortLink(base, sorting, by) });
  return [
    {
      id: "place",
      label: t("results.table.place"),
      numeric: true,
      ...sort("place"),
      cell: ({ place }) => place,
    },
    {
      id: "project",
      label: t("results.table.project"),
      header: true,
      ...sort("project"),
      cell: (project) => (
        <>
          <a href={projectPath(base, lists, list, project.code)}>
            <ProjectTitle project={project} />
          </a>{" "}
          <span className="quiet small nowrap">{t("results.table.code", { code: project.code })}</span>
        </>
      ),
    },
    {
      id: "cost",
      label: t("results.table.cost"),
      numeric: true,
      ...sort("cost"),
      cell: ({ cost }) => (
        <Datum field="cost" value={majorUnits(cost, currency)}>
          {format.money(cost, currency)}
        </Datum>
      ),
    },
    {
      id: "votes",
      label: t(`results.table.${unit}`),
      numeric: true,
      ...sort("votes"),
      cell: ({ score, funded }) => (
        <Datum field="votes" value={score}>
          {format.number(score)}
          <ScoreBar part={score / most} funded={funded} />
        </Datum>
      ),
    },
    {
      id: "result",
      label: t("results.table.result"),
      ...sort("result"),
      cell: ({ funded }) => (
        <Datum field="funded" value={funded ? 1 : 0}>
          <OutcomeMark funded={funded} />
        </Datum>
      ),
    },
    {
      id: "why",
      label: t("results.table.why"),
      cell: (project) => <span className="why">{reason(project)}</span>,
    },
  ];
}

function ScoreBar({ part, funded }: { part: number; funded: boolean }) {
  return (
    <svg className="score-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={funded ? "is-filled" : "is-outlined"} width={Math.round(100 * part)} height="1" />
    </svg>
  );
}

/** A second click on the same heading turns the order round. */
function sortLink(base: string, { by, descending }: Sorting, wanted: Sort) {
  const down = by === wanted ? !descending : wanted === "votes" || wanted === "cost";
  const direction = descending ? ("descending" as const) : ("ascending" as const);
  return {
    href: `${base}?sort=${down ? "-" : ""}${wanted}#projects`,
    ...(by === wanted ? { direction } : {}),
  };
}
