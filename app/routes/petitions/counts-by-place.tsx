import { DistrictMap } from "~/domain/communities/components/district-map";
import { SIGNATURE_CHANNELS } from "~/domain/petitions/signature";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import type { PetitionPage } from "./load-petition.server";

/** Signatures by district, as a table and then as a map, and by the way they came in; each adds up to the total. */
export function CountsByPlace({ page }: { page: PetitionPage }) {
  const t = useT();
  const format = useFormat();
  const { progress, districts, countedAt } = page;
  if (progress.signatures === 0) {
    return (
      <Section title={t("petitions.page.counts.title")}>
        <p>{t("petitions.page.counts.empty")}</p>
      </Section>
    );
  }
  const asOf = countedAt ? t("petitions.page.counts.lead", { date: format.dateTime(countedAt) }) : null;
  return (
    <Section title={t("petitions.page.counts.title")} lead={asOf}>
      {districts.length > 0 ? <DistrictCounts page={page} /> : null}
      <ChannelCounts page={page} />
    </Section>
  );
}

type Row = { key: string; place: number | null; name: string; signatures: number; population: number | null };

function DistrictCounts({ page }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  const { districts, withoutDistrict } = page;
  const named: Row[] = districts.map(({ code, name, signatures, population }, index) => ({
    key: code,
    place: index + 1,
    name: localText(name, locale).text,
    signatures,
    population,
  }));
  const rest: Row[] =
    withoutDistrict === 0
      ? []
      : [
          {
            key: "-",
            place: null,
            name: t("petitions.page.counts.none"),
            signatures: withoutDistrict,
            population: null,
          },
        ];
  return (
    <>
      <DistrictTable rows={[...named, ...rest]} total={page.progress.signatures} />
      <CountMap page={page} />
    </>
  );
}

function DistrictTable({ rows, total }: { rows: Row[]; total: number }) {
  const t = useT();
  const format = useFormat();
  const isCounted = rows.some(({ population }) => population);
  const sum: Row = {
    key: "sum",
    place: null,
    name: t("petitions.page.counts.total"),
    signatures: total,
    population: null,
  };
  const perThousand = ({ signatures, population }: Row) =>
    population ? format.number(Math.round((10_000 * signatures) / population) / 10) : "–";
  return (
    <Table
      caption={t("petitions.page.counts.districts")}
      rows={[...rows, sum]}
      rowKey={({ key }) => key}
      strong={({ key }) => key === "sum"}
      narrow="scroll"
      columns={[
        {
          id: "district",
          label: t("petitions.page.counts.district"),
          header: true,
          cell: ({ place, name }) => (place ? `${place}. ${name}` : name),
        },
        {
          id: "signatures",
          label: t("petitions.page.counts.signatures"),
          numeric: true,
          cell: ({ signatures }) => format.number(signatures),
        },
        isCounted
          ? {
              id: "thousand",
              label: t("petitions.page.counts.perThousand"),
              numeric: true,
              cell: perThousand,
            }
          : {
              id: "share",
              label: t("petitions.page.counts.share"),
              numeric: true,
              cell: ({ signatures }) => format.percent(signatures, total),
            },
      ]}
    />
  );
}

/** Four steps of shade; a district without signatures has none. */
const STEPS = 4;

function CountMap({ page: { districts } }: { page: PetitionPage }) {
  const t = useT();
  const most = Math.max(1, ...districts.map(({ signatures }) => signatures));
  const areas = districts.map(({ code, name, outline, signatures }) => ({
    code,
    name,
    outline,
    shade: Math.ceil((STEPS * signatures) / most),
    note: t("petitions.signatures", { count: signatures }),
  }));
  return (
    <>
      <DistrictMap districts={areas} label={t("petitions.page.counts.map")} after="channels" />
      <p className="small quiet">{t("petitions.page.counts.mapHint")}</p>
    </>
  );
}

function ChannelCounts({ page: { channels, progress } }: { page: PetitionPage }) {
  const t = useT();
  const format = useFormat();
  const rows = SIGNATURE_CHANNELS.map((channel) => ({
    channel,
    signatures: channels.find((each) => each.channel === channel)?.signatures ?? 0,
  }));
  return (
    <div id="channels">
      <Table
        caption={t("petitions.page.counts.channels")}
        rows={rows}
        rowKey={({ channel }) => channel}
        narrow="scroll"
        columns={[
          {
            id: "channel",
            label: t("petitions.page.counts.channel"),
            header: true,
            cell: ({ channel }) => t(`petitions.channel.${channel}`),
          },
          {
            id: "signatures",
            label: t("petitions.page.counts.signatures"),
            numeric: true,
            cell: ({ signatures }) => format.number(signatures),
          },
          {
            id: "share",
            label: t("petitions.page.counts.share"),
            numeric: true,
            cell: ({ signatures }) => format.percent(signatures, progress.signatures),
          },
        ]}
      />
    </div>
  );
}
