import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { checkSheet } from "~/domain/petitions/check-sheet.server";
import { signingStop } from "~/domain/petitions/own-signature";
import { outcomesOf, sheetCheckForm } from "~/domain/petitions/sheet-form";
import { findSheet } from "~/domain/petitions/sheet-queries.server";
import { findSignedPeople } from "~/domain/petitions/signed-person-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openSheets } from "./open-sheets.server";
import { SheetCheck } from "./sheet-check";
import { SheetLines } from "./sheet-lines";

export const meta = pageMeta((t) => t("integrity.sheet.title"), { hidden: true });

export const loader = allow("clerk", async (asked) => {
  const { community, viewer } = asked;
  const petition = await openSheets(asked);
  const sheet = await findSheet(community, petition.id, asked.params.id);
  if (!sheet) throw new Response(null, { status: 404 });
  const waits = sheet.checkedAt === null;
  const signed = waits ? await findSignedPeople(community, petition.id, sheet.lines) : new Set<number>();
  const districts = await listDistricts(community);
  const { lines, keyedBy, ...shown } = sheet;
  return {
    number: petition.number,
    stop: signingStop(petition, now()),
    sheet: { ...shown, isMine: keyedBy === viewer.id },
    lines: lines.map(({ districtId, ...line }, place) => ({
      ...line,
      district: districts.find(({ id }) => id === districtId)?.name ?? null,
      signedBefore: signed.has(place),
    })),
  };
});

export const action = allow("clerk", async (asked) => {
  const { community, viewer, origin, form, locale } = asked;
  const petition = await openSheets(asked);
  const sheet = await findSheet(community, petition.id, asked.params.id);
  if (!sheet) throw new Response(null, { status: 404 });
  const result = readForm(form, sheetCheckForm(sheet.lines));
  if (!result.ok) return formFailure(result.errors, result.values);
  const check = { petition, sheetId: sheet.id, outcomes: outcomesOf(result.data) };
  const outcome = await checkSheet({ community, origin }, viewer, check);
  if (outcome.done) return redirect(`/${locale}/admin/petitions/${petition.number}/sheets/${sheet.id}`);
  const line = outcome.details?.line;
  const field = line === undefined ? "form" : `outcome_${line}`;
  const told = complaint(field, `integrity.sheet.refusal.${outcome.reason}`, outcome.details);
  return formFailure([told], result.values, 409);
});

export default function Sheet() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, stop, sheet, lines } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const base = `/${locale}/admin/petitions/${number}/sheets`;
  const mayCheck = sheet.checkedAt === null && !sheet.isMine;
  return (
    <Page
      title={t("integrity.sheet.caption", { batch: sheet.batch, number: sheet.number })}
      caption={t("integrity.quarantine.caption", { number })}
      lead={
        sheet.checkedAt
          ? t("integrity.sheet.checkedBy", {
              name: sheet.checker ?? "–",
              date: format.dateTimeZone(sheet.checkedAt),
            })
          : t("integrity.sheet.keyedBy", {
              name: sheet.keyer ?? "–",
              date: format.dateTimeZone(sheet.keyedAt),
            })
      }
      back={{ href: base }}
      errors={errors}
    >
      {stop && mayCheck ? <Notice tone="warning" title={t("integrity.sheets.stopped")} /> : null}
      {sheet.isMine && !sheet.checkedAt ? (
        <Notice title={t("integrity.sheet.own")}>{t("integrity.sheet.ownHint")}</Notice>
      ) : null}
      {mayCheck ? <SheetCheck action={`${base}/${sheet.id}`} lines={lines} /> : <SheetLines lines={lines} />}
    </Page>
  );
}
