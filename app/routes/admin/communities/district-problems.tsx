import type { DistrictProblem } from "~/domain/communities/district-file";
import { useFormat, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";

/** More than this nobody reads at once; a file so wrong is wrong in one way everywhere. */
const SHOWN = 300;

/** The report on a file that cannot be used: every bad district, by its place and name, and what is wrong. */
export function DistrictProblems({ problems }: { problems: DistrictProblem[] }) {
  const t = useT();
  const format = useFormat();
  if (problems.length === 0) return null;
  const rows = problems.slice(0, SHOWN).map((problem, index) => ({ ...problem, index }));
  return (
    <div className="stack">
      <Notice tone="error" title={t("communities.admin.problems", { count: problems.length })} live>
        {t("communities.admin.problemsHelp")}
      </Notice>
      <Table
        caption={t("communities.admin.problemTable")}
        rows={rows}
        rowKey={({ index }) => index}
        columns={[
          {
            id: "shape",
            label: t("communities.admin.shape"),
            cell: ({ shape }) =>
              shape === null
                ? t("communities.admin.shapeWhole")
                : t("communities.admin.shapeNumber", { shape }),
          },
          { id: "name", label: t("communities.admin.name"), cell: ({ name }) => name || "–" },
          {
            id: "what",
            label: t("communities.admin.what"),
            cell: ({ reason, details }) =>
              t(`communities.fileProblem.${reason}`, readable(details, format.number)),
          },
        ]}
      />
      {problems.length > SHOWN ? <p>{t("communities.admin.more", { count: SHOWN })}</p> : null}
    </div>
  );
}

/** Numbers of points get their group separators; places in a file are few and stay. */
function readable(
  details: DistrictProblem["details"],
  number: (value: number) => string,
): DistrictProblem["details"] {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === "number" ? number(value) : value]),
  );
}
