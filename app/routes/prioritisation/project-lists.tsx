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

/** The projects of each envelope, in the order of their numbers: no list before close says anything of votes. */
export function ProjectLists({ envelopes, districts, projects }: Props & { projects: RoundProject[] }) {
  const t = useT();
  if (projects.length === 0) return <EmptyState title={t("prioritisation.round.noProjects")} />;
  return envelopes.map(({ id, districtId }) => {
    const own = projects.filter(({ envelopeId }) => envelopeId === id);
    return own.length === 0 ? null : (
      <div className="stack" key={id}>
        <h3>
          <AreaName districtId={districtId} districts={districts} />
        </h3>
        <ProjectTable projects={own} />
      </div>
    );
  });
}

function ProjectTable({ projects }: { projects: RoundProject[] }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <Table
      caption={t("prioritisation.round.projectCount", { count: projects.length })}
      rows={projects}
      rowKey={({ id }) => id}
      columns={[
        { id: "code", label: t("prioritisation.round.number"), cell: ({ code }) => code },
        {
          id: "title",
          label: t("prioritisation.round.project"),
          header: true,
          cell: ({ title, language, initiativeNumber }) => {
            const lang = language === locale ? undefined : language;
            if (initiativeNumber === null) return <span lang={lang}>{title}</span>;
            return (
              <a href={`/${locale}/initiatives/${initiativeNumber}`} lang={lang}>
                {title}
              </a>
            );
          },
        },
        { id: "area", label: t("prioritisation.round.place"), cell: ({ area }) => area },
        { id: "cost", label: t("prioritisation.round.cost"), numeric: true, cell: ({ cost }) => format.money(cost) },
      ]}
    />
  );
}
