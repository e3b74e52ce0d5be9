import {
  type ComparedList,
  type ComparedProject,
  compareProjects,
  rulesOf,
} from "~/domain/results/compare-summary";
import { ProjectTitle } from "~/domain/results/components/project-title";
import { projectPath } from "~/domain/results/published-result";
import { shortRuleName } from "~/domain/results/rule-name";
import { useFormat, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";
import { type Column, Table } from "~/ui/table";

type Props = { lists: ComparedList[]; base: string };

/** The projects that win or lose by the choice of the rule. */
export function CompareProjects({ lists, base }: Props) {
  const t = useT();
  const { disputed, always, never } = compareProjects(lists);
  const columns = useColumns(lists, base);
  return (
    <Section
      title={t("results.compare.projects.title", { count: disputed.length })}
      id="projects"
      lead={t("results.compare.projects.lead", { always, never })}
    >
      {disputed.length > 0 ? (
        <div className="project-list">
          <Table
            caption={t("results.compare.projects.caption")}
            captionHidden
            columns={columns}
            rows={disputed}
            rowKey={({ project, list }) => `${list.key}/${project.code}`}
          />
        </div>
      ) : null}
    </Section>
  );
}

function useColumns(lists: ComparedList[], base: string): Column<ComparedProject>[] {
  const t = useT();
  const format = useFormat();
  const results = lists.map(({ list }) => list);
  const ruleColumns = rulesOf(lists).map((rule, index) => {
    const name = shortRuleName(t, rule);
    return {
      id: rule,
      label: index === 0 ? t("results.method.compareUsed", { rule: name }) : name,
      cell: ({ funded }: ComparedProject) => <FundedMark funded={funded[index] ?? false} />,
    };
  });
  return [
    {
      id: "project",
      label: t("results.table.project"),
      header: true,
      cell: ({ project, list }) => (
        <a href={projectPath(base, results, list, project.code)}>
          <ProjectTitle project={project} />
        </a>
      ),
    },
    {
      id: "votes",
      label: t("results.table.votes"),
      numeric: true,
      cell: ({ project }) => format.number(project.votes),
    },
    ...ruleColumns,
  ];
}

/** As everywhere filled against outlined, with a word short enough for a column per rule. */
function FundedMark({ funded }: { funded: boolean }) {
  const t = useT();
  return (
    <span className={funded ? "outcome is-funded" : "outcome"}>
      <span className={`chart-mark is-series-1 ${funded ? "is-filled" : "is-outlined"}`} />
      {t(funded ? "common.answer.yes" : "common.answer.no")}
    </span>
  );
}
