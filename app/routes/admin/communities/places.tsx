import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { importPlaces } from "~/domain/communities/import-places.server";
import { MAX_PLACE_BYTES, type PlaceProblem, readPlaces } from "~/domain/communities/place-file";
import { countPlaces } from "~/domain/communities/place-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { FileField } from "~/ui/file-field";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { sentText } from "./sent-text";

const SHOWN_PROBLEMS = 300;

export const meta = pageMeta((t) => t("communities.admin.places.title"));

export const loader = allow("administrator", async ({ community, url }) => {
  const saved = url.searchParams.get("saved") ?? "";
  return {
    known: await countPlaces(community),
    saved: /^\d{1,5}$/.test(saved) ? Number(saved) : null,
  };
});

export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const sent = sentText(form, "");
  if (!sent) return formFailure([complaint("file", "communities.admin.refusal.nothing_sent")], {});
  const codes = new Set((await listDistricts(community)).map(({ code }) => code));
  const { rows, problems } = readPlaces(sent.text, codes);
  if (problems.length > 0)
    return data({ errors: [], values: { text: sent.pasted }, problems }, { status: 422 });
  await importPlaces(community, viewer.id, rows);
  return redirect(`/${locale}/admin/districts/places?saved=${rows.length}`);
});

export default function AdminPlaces() {
  const t = useT();
  const locale = useLocale();
  const { known, saved } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const answers = useFormAnswers();
  return (
    <Page
      title={t("communities.admin.places.title")}
      lead={t("communities.admin.places.lead")}
      breadcrumbs={[
        { href: `/${locale}/admin`, label: t("admin.home.title") },
        { href: `/${locale}/admin/districts`, label: t("communities.admin.title") },
      ]}
      errors={answers.errors}
    >
      {saved === null ? null : (
        <Notice tone="success" live>
          {t("communities.admin.places.saved", { count: saved })}
        </Notice>
      )}
      <PlaceProblems problems={failed && "problems" in failed ? failed.problems : []} />
      <p>{t("communities.admin.places.count", { count: known })}</p>
      <PostForm action={`/${locale}/admin/districts/places`} upload>
        <FileField
          name="file"
          label={t("communities.admin.places.file")}
          hint={t("communities.admin.places.fileHint")}
          error={answers.error("file")}
          accept=".csv,.txt,text/csv"
          maxBytes={MAX_PLACE_BYTES}
        />
        <TextArea
          name="text"
          label={t("communities.admin.paste")}
          optional
          defaultValue={answers.text("text")}
          rows={6}
        />
        <Button>{t("communities.admin.places.save")}</Button>
      </PostForm>
    </Page>
  );
}

function PlaceProblems({ problems }: { problems: PlaceProblem[] }) {
  const t = useT();
  const format = useFormat();
  if (problems.length === 0) return null;
  const lines = new Set(problems.map(({ line }) => line)).size;
  const rows = problems.slice(0, SHOWN_PROBLEMS).map((problem, index) => ({ ...problem, index }));
  return (
    <div className="stack">
      <Notice tone="error" title={t("communities.admin.places.problems", { count: lines })} live>
        {t("communities.admin.problemsHelp")}
      </Notice>
      <Table
        caption={t("communities.admin.problemTable")}
        rows={rows}
        rowKey={({ index }) => index}
        columns={[
          {
            id: "line",
            label: t("communities.admin.places.line"),
            numeric: true,
            cell: ({ line }) => format.number(line),
          },
          {
            id: "what",
            label: t("communities.admin.what"),
            cell: ({ reason, details }) => t(`communities.placeProblem.${reason}`, details),
          },
        ]}
      />
      {problems.length > SHOWN_PROBLEMS ? (
        <p>{t("communities.admin.more", { count: SHOWN_PROBLEMS })}</p>
      ) : null}
    </div>
  );
}
