import { OutcomeMark } from "~/domain/results/components/outcome-mark";
import { ProjectTitle } from "~/domain/results/components/project-title";
import { useMissing } from "~/domain/results/components/use-missing";
import { useReason } from "~/domain/results/components/use-reason";
import { majorUnits } from "~/domain/results/money-text";
import {
  type PublishedResult,
  projectPath,
  type ResultList,
  type ResultProject,
  type Sort,
  type Sorting,
} from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Datum } from "~/ui/charts/datum";
import type { Column } from "~/ui/table";

/** Place, project, cost, votes, result and why; the headings sort. */
export function useProjectColumns(
  { slug, lists, currency }: PublishedResult,
  list: ResultList,
  sorting: Sorting,
): Column<ResultProject>[] {
  const t = useT();
  const base = `/${useLocale()}/rounds/${slug}/results`;
  const reason = useReason(currency);
  const { inShort } = useMissing(currency);
  const { unit } = ruleTraits(list.rule);
  const most = Math.max(1, ...list.projects.map(({ score }) => score));
  const labelled = (id: Sort, label: string) => ({ id, label, sort: sortLink(base, sorting, id) });
  return [
    { ...labelled("place", t("results.table.place")), numeric: true, cell: ({ place }) => place },
    {
      ...labelled("project", t("results.table.project")),
      header: true,
      cell: (project) => <TitleCell project={project} href={projectPath(base, lists, list, project.code)} />,
    },
    {
      ...labelled("cost", t("results.table.cost")),
      numeric: true,
      cell: ({ cost }) => <CostCell cost={cost} currency={currency} />,
    },
    {
      ...labelled("votes", t(`results.table.${unit}`)),
      numeric: true,
      cell: (project) => <ScoreCell project={project} most={most} />,
    },
    {
      ...labelled("result", t("results.table.result")),
      cell: ({ funded }) => (
        <Datum field="funded" value={funded ? 1 : 0}>
          <OutcomeMark funded={funded} />
        </Datum>
      ),
    },
    {
      id: "why",
      label: t("results.table.why"),
      cell: (project) => (
        <span className="why">
          {reason(project)} {project.missing ? inShort(project.missing) : null}
        </span>
      ),
    },
  ];
}

function TitleCell({ project, href }: { project: ResultProject; href: string }) {
  const t = useT();
  return (
    <>
      <a href={href}>
        <ProjectTitle project={project} />
      </a>{" "}
      <span className="quiet small nowrap">{t("results.table.code", { code: project.code })}</span>
    </>
  );
}

function CostCell({ cost, currency }: { cost: number; currency: string }) {
  const format = useFormat();
  return (
    <Datum field="cost" value={majorUnits(cost, currency)}>
      {format.money(cost, currency)}
    </Datum>
  );
}

function ScoreCell({ project: { score, funded }, most }: { project: ResultProject; most: number }) {
  const format = useFormat();
  return (
    <Datum field="votes" value={score}>
      {format.number(score)}
      <ScoreBar part={score / most} funded={funded} />
    </Datum>
  );
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
