import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { type NamedSuspect, readSuspects } from "~/domain/petitions/read-suspects.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openQuarantine } from "./open-quarantine.server";

export const meta = pageMeta((t) => t("integrity.names.title"), { hidden: true });

export const loader = allow("moderator", async (asked) => {
  const { petition, quarantine, districts } = await openQuarantine(asked);
  return { number: petition.number, id: quarantine.id, cause: quarantine.cause, districts };
});

/** Opening names is an act of its own, on record with who opened them. */
export const action = allow("moderator", async (asked) => {
  const { quarantine, mayRead } = await openQuarantine(asked);
  if (!mayRead) throw new Response(null, { status: 403 });
  return { names: await readSuspects(asked.community, asked.viewer, quarantine.id) };
});

export default function QuarantineNames() {
  const t = useT();
  const locale = useLocale();
  const { number, id, cause } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const names = useActionData<{ names?: NamedSuspect[] }>()?.names;
  const base = `/${locale}/admin/petitions/${number}/quarantines/${id}`;
  return (
    <Page
      title={t("integrity.names.title")}
      caption={cause}
      lead={t("integrity.names.lead")}
      back={{ href: base }}
      errors={errors}
    >
      {names ? (
        <NameTable names={names} />
      ) : (
        <ActionButton action={`${base}/names`}>{t("integrity.names.show")}</ActionButton>
      )}
    </Page>
  );
}

function NameTable({ names }: { names: NamedSuspect[] }) {
  const t = useT();
  const format = useFormat();
  const { districts } = useLoaderData<typeof loader>();
  return (
    <Table
      caption={t("integrity.names.caption", { count: names.length })}
      rows={names.map((row, place) => ({ ...row, place }))}
      rowKey={({ place }) => place}
      columns={[
        { id: "name", label: t("integrity.names.name"), header: true, cell: ({ name }) => name },
        {
          id: "at",
          label: t("integrity.names.at"),
          cell: ({ signedAt }) => format.dateTime(new Date(signedAt)),
        },
        {
          id: "channel",
          label: t("integrity.names.channel"),
          cell: ({ channel }) => t(`petitions.channel.${channel}`),
        },
        {
          id: "district",
          label: t("integrity.preview.district"),
          cell: ({ districtId }) => {
            const name = districts.find((each) => each.id === districtId)?.name;
            return name ? <Localised text={name} label={false} /> : t("integrity.preview.noDistrict");
          },
        },
        {
          id: "counts",
          label: t("integrity.names.counts"),
          cell: ({ counts }) => t(counts ? "common.answer.yes" : "common.answer.no"),
        },
      ]}
    />
  );
}
