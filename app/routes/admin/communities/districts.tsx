import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { District } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { MAX_FILE_BYTES } from "~/domain/communities/district-file";
import { keepDistrictFile } from "~/domain/communities/keep-district-file.server";
import { readDistrictText } from "~/domain/communities/read-district-text";
import { allow } from "~/domain/identity/allow.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FileField } from "~/ui/file-field";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { DistrictProblems } from "./district-problems";
import { sentText } from "./sent-text";

export const meta = pageMeta((t) => t("communities.admin.title"));

export const loader = allow("administrator", async ({ community, url }) => ({
  districts: await listDistricts(community),
  saved: savedCounts(url),
}));

/** What a file just changed, as its report said when it led back here. */
function savedCounts(url: URL): { added: number; changed: number } | null {
  const [added, changed] = [url.searchParams.get("added"), url.searchParams.get("changed")];
  const isCount = (text: string | null) => text !== null && /^\d{1,3}$/.test(text);
  return isCount(added) && isCount(changed) ? { added: Number(added), changed: Number(changed) } : null;
}

export const action = allow("administrator", async ({ community, viewer, form, locale, t }) => {
  const sent = sentText(form, t("communities.admin.pastedName"));
  if (!sent) return formFailure([complaint("file", "communities.admin.refusal.nothing_sent")], {});
  const expected = { zone: community.zone, language: community.languages[0] ?? locale };
  const { features, problems } = readDistrictText(sent.text, expected);
  if (problems.length > 0)
    return data({ errors: [], values: { text: sent.pasted }, problems }, { status: 422 });
  const id = await keepDistrictFile(community, viewer.id, { fileName: sent.name, text: sent.text, features });
  return redirect(`/${locale}/admin/districts/files/${id}`);
});

export default function AdminDistricts() {
  const t = useT();
  const locale = useLocale();
  const { districts, saved } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const answers = useFormAnswers();
  return (
    <Page
      title={t("communities.admin.title")}
      breadcrumbs={[{ href: `/${locale}/admin`, label: t("admin.home.title") }]}
      lead={t("communities.admin.lead")}
      errors={answers.errors}
    >
      {saved ? <Saved {...saved} /> : null}
      <DistrictProblems problems={failed && "problems" in failed ? failed.problems : []} />
      <Section title={t("communities.admin.upload")}>
        <PostForm action={`/${locale}/admin/districts`} upload>
          <FileField
            name="file"
            label={t("communities.admin.file")}
            hint={t("communities.admin.fileHint")}
            error={answers.error("file")}
            accept=".geojson,.json,application/geo+json"
            maxBytes={MAX_FILE_BYTES}
          />
          <TextArea
            name="text"
            label={t("communities.admin.paste")}
            optional
            defaultValue={answers.text("text")}
            rows={4}
          />
          <Button>{t("communities.admin.check")}</Button>
        </PostForm>
      </Section>
      <Section
        title={t("communities.admin.current")}
        action={{ href: `/${locale}/admin/districts/places`, label: t("communities.admin.places.link") }}
      >
        {districts.length === 0 ? (
          <EmptyState title={t("communities.admin.none")} />
        ) : (
          <CurrentDistricts districts={districts} />
        )}
      </Section>
    </Page>
  );
}

function Saved({ added, changed }: { added: number; changed: number }) {
  const t = useT();
  const said =
    added + changed === 0
      ? t("communities.admin.appliedNothing")
      : t("communities.admin.applied", { added, changed });
  return (
    <Notice tone="success" live>
      {said}
    </Notice>
  );
}

function CurrentDistricts({ districts }: { districts: District[] }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  return (
    <Table
      caption={t("communities.admin.current")}
      captionHidden
      rows={districts}
      rowKey={({ id }) => id}
      columns={[
        { id: "code", label: t("communities.admin.code"), cell: ({ code }) => code },
        {
          id: "name",
          label: t("communities.admin.name"),
          header: true,
          cell: ({ code, name }) => (
            <a href={`/${locale}/districts/${encodeURIComponent(code)}`}>
              <Localised text={name} label={false} />
            </a>
          ),
        },
        {
          id: "population",
          label: t("communities.admin.population"),
          numeric: true,
          cell: ({ population }) => (population === null ? "–" : format.number(population)),
        },
      ]}
    />
  );
}
