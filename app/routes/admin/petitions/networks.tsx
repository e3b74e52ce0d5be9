import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { addSigningNetworks } from "~/domain/petitions/add-signing-networks.server";
import { networkLinesForm } from "~/domain/petitions/limits-form";
import { MOST_NETWORKS, readNetworkLines } from "~/domain/petitions/network-lines";
import { listSigningNetworks } from "~/domain/petitions/signing-network-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { readPage } from "~/shared/paging";
import { Button, ButtonRow } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { NetworkTable } from "./network-table";

const MOST_TOLD = 10;
const PAGE_SIZE = 50;

export const meta = pageMeta((t) => t("integrity.networks.title"), { hidden: true });

export const loader = allow("administrator", ({ community, url }) =>
  listSigningNetworks(community, readPage(url.searchParams, PAGE_SIZE)),
);

/** All lines or none: each wrong one is named by its number. */
export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, networkLinesForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { networks, problems } = readNetworkLines(result.data.lines);
  const told = problems
    .slice(0, MOST_TOLD)
    .map(({ line, code }) => complaint("lines", `integrity.networks.fault.${code}`, { line }));
  if (networks.length > MOST_NETWORKS)
    told.push(complaint("lines", "integrity.networks.fault.tooMany", { most: MOST_NETWORKS }));
  if (told.length > 0) return formFailure(told, result.values);
  await addSigningNetworks(community, viewer, networks);
  return redirect(`/${locale}/admin/signing-networks`);
});

export default function SigningNetworks() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { rows, total, page, pages } = useLoaderData<typeof loader>();
  const { errors, text, error } = useFormAnswers();
  const base = `/${locale}/admin/signing-networks`;
  return (
    <Page
      title={t("integrity.networks.title")}
      lead={t("integrity.networks.lead")}
      back={{ href: `/${locale}/admin/signing-limits` }}
      errors={errors}
    >
      {rows.length === 0 ? (
        <EmptyState title={t("integrity.networks.empty")} />
      ) : (
        <>
          <NetworkTable rows={rows} base={base} />
          <Pagination page={page} pages={pages} href={(wanted) => `${base}?page=${wanted}`} />
          <p className="quiet small">{t("integrity.networks.total", { total: format.number(total) })}</p>
        </>
      )}
      <Section title={t("integrity.networks.addTitle")} lead={t("integrity.networks.addLead")}>
        <PostForm action={base}>
          <TextArea
            name="lines"
            label={t("integrity.networks.lines")}
            hint={
              <>
                <code>203.0.113.0/24;UA;blocked;…</code> · <code>2001:db8::/32;PL</code>
                <br />
                {t("integrity.networks.linesHint")}
              </>
            }
            rows={8}
            defaultValue={text("lines")}
            error={error("lines")}
            spellCheck={false}
          />
          <ButtonRow>
            <Button>{t("integrity.networks.add")}</Button>
          </ButtonRow>
        </PostForm>
      </Section>
    </Page>
  );
}
