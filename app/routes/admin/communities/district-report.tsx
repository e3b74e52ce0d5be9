import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { applyDistrictFile } from "~/domain/communities/apply-district-file.server";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { type DistrictChange, districtChanges } from "~/domain/communities/district-changes";
import { findPendingDistricts, listStandingDistricts } from "~/domain/communities/district-queries.server";
import { drawOutlines } from "~/domain/communities/outline";
import { allow } from "~/domain/identity/allow.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow, LinkButton } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { useFormAnswers } from "~/ui/use-form-answers";

export const loader = allow("administrator", async ({ community, locale, params }) => {
  const id = params["id"] ?? "";
  const pending = await findPendingDistricts(community, id);
  if (!pending) throw new Response(null, { status: 404 });
  const { planned, untouched } = districtChanges(await listStandingDistricts(community), pending.features);
  const outlines = drawOutlines(planned.map(({ feature }) => feature.shape));
  return {
    id,
    fileName: pending.fileName,
    untouched: untouched.map(({ name }) => localText(name, locale).text),
    districts: planned.map(({ feature: { code, name, population }, change }, index) => {
      return { code, name, population, change, outline: outlines[index] ?? null };
    }),
  };
});

export const action = allow("administrator", async ({ community, viewer, locale, params }) => {
  const outcome = await applyDistrictFile(community, viewer.id, params["id"] ?? "");
  if (!outcome.done && outcome.reason === "unknown") throw new Response(null, { status: 404 });
  // Pressed twice, the file changes nothing more, and that is what the page says.
  const { added, changed } = outcome.done ? outcome.value : { added: 0, changed: 0 };
  return redirect(`/${locale}/admin/districts?added=${added}&changed=${changed}`);
});

export const meta = pageMeta((t) => t("communities.admin.report"));

const tones = { added: "success", changed: "warning", same: "neutral" } as const;

export default function DistrictReport() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { errors } = useFormAnswers();
  const { id, fileName, districts, untouched } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("communities.admin.report")}
      lead={t("communities.admin.reportLead", { file: fileName, districts: districts.length })}
      back={{ href: `/${locale}/admin/districts` }}
      errors={errors}
    >
      <ReportTable districts={districts} />
      {untouched.length > 0 ? (
        <p>{t("communities.admin.untouched", { districts: format.list(untouched) })}</p>
      ) : null}
      <Notice>{t("communities.admin.effect")}</Notice>
      <PostForm action={`/${locale}/admin/districts/files/${id}`}>
        <ButtonRow>
          <Button>{t("communities.admin.apply")}</Button>
          <LinkButton href={`/${locale}/admin/districts`} variant="quiet">
            {t("common.actions.cancel")}
          </LinkButton>
        </ButtonRow>
      </PostForm>
      <Section title={t("communities.admin.reportTable")}>
        <DistrictMap districts={districts} label={t("communities.admin.reportTable")} still />
      </Section>
    </Page>
  );
}

type Reported = ReturnType<typeof useLoaderData<typeof loader>>["districts"];

function ReportTable({ districts }: { districts: Reported }) {
  const t = useT();
  const format = useFormat();
  const changeTag = (change: DistrictChange) => (
    <Tag tone={tones[change]}>{t(`communities.admin.${change}`)}</Tag>
  );
  return (
    <Table
      caption={t("communities.admin.reportTable")}
      rows={districts.map((district, index) => ({ ...district, index: index + 1 }))}
      rowKey={({ code }) => code}
      columns={[
        { id: "number", label: "№", numeric: true, cell: ({ index }) => index },
        { id: "code", label: t("communities.admin.code"), cell: ({ code }) => code },
        {
          id: "name",
          label: t("communities.admin.name"),
          header: true,
          cell: ({ name }) => <Localised text={name} label={false} />,
        },
        {
          id: "population",
          label: t("communities.admin.population"),
          numeric: true,
          cell: ({ population }) => (population === null ? "–" : format.number(population)),
        },
        { id: "change", label: t("communities.admin.change"), cell: ({ change }) => changeTag(change) },
      ]}
    />
  );
}
