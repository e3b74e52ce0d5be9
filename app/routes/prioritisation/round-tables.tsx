import type { LocalText } from "~/domain/communities/community";
import type { RoundProject } from "~/domain/prioritisation/round-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Localised } from "~/ui/localised";
import { Table } from "~/ui/table";

type Envelope = { id: string; districtId: string | null; amount: number };
type District = { id: string; code: string; name: LocalText };
type Props = { envelopes: Envelope[]; districts: District[] };

function AreaName({ districtId, districts }: { districtId: string | null; districts: District[] }) {
  const t = useT();
  const locale = useLocale();
  const district = districts.find(({ id }) => id === districtId);
  if (!district) return t("prioritisation.area.whole");
  return (
    <a href={`/${locale}/districts/${encodeURIComponent(district.code)}`}>
      <Localised text={district.name} label={false} />
    </a>
  );
}

export function EnvelopeTable({ envelopes, districts }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("prioritisation.round.money")}
      captionHidden
      rows={envelopes}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "area",
          label: t("prioritisation.round.area"),
          header: true,
          cell: ({ districtId }) => <AreaName districtId={districtId} districts={districts} />,
        },
        {
          id: "amount",
          label: t("prioritisation.round.amount"),
          numeric: true,
          cell: ({ amount }) => format.money(amount),
        },
      ]}
    />
  );
}

/** The projects by list and number: nothing here says anything of votes. */
export function ProjectTable({ envelopes, districts, projects }: Props & { projects: RoundProject[] }) {
  const t = useT();
  const format = useFormat();
  if (projects.length === 0) return <EmptyState title={t("prioritisation.round.noProjects")} />;
  const rows = envelopes.flatMap(({ id, districtId }) =>
    projects.filter(({ envelopeId }) => envelopeId === id).map((project) => ({ ...project, districtId })),
  );
  return (
    <Table
      caption={t("prioritisation.round.projectCount", { count: rows.length })}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "code", label: t("prioritisation.round.number"), cell: ({ code }) => code },
        {
          id: "title",
          label: t("prioritisation.round.project"),
          header: true,
          cell: (row) => <ProjectTitle {...row} />,
        },
        {
          id: "list",
          label: t("prioritisation.round.list"),
          cell: ({ districtId }) => <AreaName districtId={districtId} districts={districts} />,
        },
        { id: "area", label: t("prioritisation.round.place"), cell: ({ area }) => area },
        {
          id: "cost",
          label: t("prioritisation.round.cost"),
          numeric: true,
          cell: ({ cost }) => format.money(cost),
        },
      ]}
    />
  );
}

function ProjectTitle({ title, language, initiativeNumber }: RoundProject) {
  const locale = useLocale();
  const lang = language === locale ? undefined : language;
  if (initiativeNumber === null) return <span lang={lang}>{title}</span>;
  return (
    <a href={`/${locale}/initiatives/${initiativeNumber}`} lang={lang}>
      {title}
    </a>
  );
}
