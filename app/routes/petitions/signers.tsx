import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { listShownSigners } from "~/domain/petitions/signer-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { readPage } from "~/shared/paging";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";
import { openReadable } from "./open-public.server";

/** Nobody can copy the whole list of a large petition page by page. */
const ON_PAGE = 100;
const MOST_PAGES = 100;

/** Names are for neighbours, not for search engines. */
export const meta = pageMeta((t) => t("petitions.signers.title"), { hidden: true });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, params, url }) => {
  const found = await openReadable({ community, params });
  if (!found.openedAt) throw new Response(null, { status: 404 });
  const page = readPage(url.searchParams, ON_PAGE);
  if (page.number > MOST_PAGES) throw new Response(null, { status: 404 });
  const { rows, more } = found.wipedAt
    ? { rows: [], more: false }
    : await listShownSigners(community, found, page);
  const { number, title, language, wipedAt, rules } = found;
  return data(
    {
      ...{ number, title, language, wipedAt, rows, page: page.number },
      names: rules.names,
      retentionDays: rules.retentionDays,
      pages: more && page.number < MOST_PAGES ? page.number + 1 : page.number,
    },
    { headers: { "Cache-Control": "public, max-age=60", "X-Robots-Tag": "noindex" } },
  );
});

export default function Signers() {
  const shown = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { number, title, language, rows, page, pages, names, retentionDays } = shown;
  const base = `/${locale}/petitions`;
  return (
    <Page
      title={t("petitions.signers.title")}
      caption={<span lang={language}>{title}</span>}
      lead={rows.length > 0 ? t("petitions.signers.lead") : undefined}
      breadcrumbs={[
        { href: base, label: t("petitions.list.title") },
        { href: `${base}/${number}`, label: t("petitions.number", { number }) },
      ]}
    >
      {names === "choice" ? <p>{t("petitions.signers.choice")}</p> : null}
      {rows.length > 0 ? <Names /> : <NoNames />}
      <Pagination page={page} pages={pages} href={(to) => `${base}/${number}/signers?page=${to}`} />
      {rows.length > 0 ? (
        <p className="small quiet">
          {t("petitions.signers.limit", { count: ON_PAGE * MOST_PAGES })}{" "}
          {t("petitions.signers.retention", { days: retentionDays })}
        </p>
      ) : null}
    </Page>
  );
}

function Names() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Table
      caption={t("petitions.signers.title")}
      captionHidden
      rows={rows.map((row, place) => ({ ...row, place }))}
      rowKey={({ place }) => place}
      narrow="scroll"
      columns={[
        { id: "name", label: t("petitions.signers.name"), header: true, cell: ({ name }) => name },
        {
          id: "day",
          label: t("petitions.signers.day"),
          cell: ({ signedAt }) => <Time value={signedAt} />,
        },
      ]}
    />
  );
}

function NoNames() {
  const { names, wipedAt, number } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const back = { href: `/${locale}/petitions/${number}`, label: t("petitions.signers.back") };
  if (wipedAt)
    return <EmptyState title={t("petitions.signers.wiped", { date: format.date(wipedAt) })} action={back} />;
  const why = names === "hidden" ? t("petitions.signers.hidden") : t("petitions.signers.none");
  return <EmptyState title={why} action={back} />;
}
