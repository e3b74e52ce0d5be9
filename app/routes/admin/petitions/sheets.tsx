import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { keySheet } from "~/domain/petitions/key-sheet.server";
import { signingStop } from "~/domain/petitions/own-signature";
import { reconcile } from "~/domain/petitions/sheet";
import { keyedLines, sheetForm } from "~/domain/petitions/sheet-form";
import { listSheets } from "~/domain/petitions/sheet-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { BatchTable } from "./batch-table";
import { openSheets } from "./open-sheets.server";
import { SheetFields } from "./sheet-fields";
import { SheetTable } from "./sheet-table";

export const meta = pageMeta((t) => t("integrity.sheets.title"), { hidden: true });

export const loader = allow("clerk", async (asked) => {
  const { community, viewer, url } = asked;
  const petition = await openSheets(asked);
  const [sheets, districts] = await Promise.all([
    listSheets(community, petition.id),
    listDistricts(community),
  ]);
  const { number, title, language, rules } = petition;
  return {
    petition: { number, title, language, bases: rules.signers.bases },
    stop: signingStop(petition, now()),
    sheets: sheets.map(({ keyedBy, ...sheet }) => ({ ...sheet, isMine: keyedBy === viewer.id })),
    totals: reconcile(sheets),
    districts: districts.map(({ id, name }) => ({ id, name })),
    keyed: url.searchParams.has("keyed"),
  };
});

export const action = allow("clerk", async (asked) => {
  const { community, viewer, form, locale } = asked;
  const petition = await openSheets(asked);
  const result = readForm(form, sheetForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { batch, number } = result.data;
  const lines = keyedLines(result.data);
  const outcome = await keySheet(community, viewer, { petitionId: petition.id, batch, number, lines });
  if (outcome.done) return redirect(`/${locale}/admin/petitions/${petition.number}/sheets?keyed`);
  const field = outcome.reason === "keyed_before" ? "number" : "name_1";
  return formFailure([complaint(field, `integrity.sheet.refusal.${outcome.reason}`)], result.values, 409);
});

export default function Sheets() {
  const t = useT();
  const locale = useLocale();
  const { petition, stop, sheets, totals, districts, keyed } = useLoaderData<typeof loader>();
  const { errors, failed } = useFormAnswers();
  const base = `/${locale}/admin/petitions/${petition.number}/sheets`;
  return (
    <Page
      title={t("integrity.sheets.title")}
      caption={
        <>
          {t("moderation.petition.caption", { number: petition.number })}:{" "}
          <span lang={petition.language === locale ? undefined : petition.language}>{petition.title}</span>
        </>
      }
      lead={t("integrity.sheets.lead")}
      back={{ href: `/${locale}/admin/petition-sheets` }}
      errors={errors}
      notice={keyed && !failed ? <Notice tone="success" title={t("integrity.sheets.keyed")} live /> : null}
      wide
    >
      {stop ? <Notice tone="warning" title={t("integrity.sheets.stopped")} /> : null}
      <Section title={t("integrity.sheets.listTitle")}>
        {sheets.length === 0 ? (
          <EmptyState title={t("integrity.sheets.empty")} />
        ) : (
          <>
            <SheetTable rows={sheets} base={base} />
            <BatchTable rows={totals} />
          </>
        )}
      </Section>
      {stop ? null : (
        <Section title={t("integrity.sheets.addTitle")} lead={t("integrity.sheets.addLead")}>
          <SheetFields action={base} bases={petition.bases} districts={districts} />
        </Section>
      )}
    </Page>
  );
}
