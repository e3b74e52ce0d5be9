import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { QrCode } from "~/domain/initiatives/components/qr-code";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { pageMeta } from "~/ui/page-meta";
import { loadPrintOut } from "./print-out.server";

/** As many as staff key on one page. */
const LINES = 10;
const COLUMNS = ["line", "name", "born", "address", "basis", "signature"] as const;

export const handle = { bare: true };

export const meta = pageMeta((t) => t("petitions.sheet.title"), { hidden: true });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = allow("anyone", async (asked) =>
  data(await loadPrintOut(asked), { headers: { "Cache-Control": "public, max-age=60" } }),
);

/** The sheet for signatures on paper; its columns are the fields that staff key. */
export default function Sheet() {
  const { number, title, demand, language, addressee, community, short, qr } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <main className="print-out sheet">
      <p className="screen-only small">
        {t("petitions.print.how")} <a href={`/${locale}/petitions/${number}`}>{t("petitions.print.back")}</a>
      </p>
      <div className="sheet-head">
        <div>
          <p className="small">
            {community} · {t("petitions.sheet.title")} · {t("petitions.number", { number })}
          </p>
          <h1 lang={language}>{title}</h1>
          <p lang={language}>{demand}</p>
          <p className="small">
            {t("petitions.page.fact.addressee")}: {addressee}. {short}
          </p>
        </div>
        <QrCode path={qr} label={t("petitions.page.share.qr", { address: short })} />
      </div>
      <p className="sheet-blanks">
        <span>{t("petitions.sheet.batch")}</span> <span>{t("petitions.sheet.number")}</span>
      </p>
      <Lines />
      <Conditions />
      <p className="sheet-blanks">
        <span>{t("petitions.sheet.collector")}</span>
      </p>
    </main>
  );
}

/** Who may sign, once, and what becomes of the data. */
function Conditions() {
  const { signers, retentionDays, closesAt } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  return (
    <p className="small">
      {t("petitions.sheet.bases")}:{" "}
      {signers.bases.map((basis) => t(`identity.basisName.${basis}`)).join(", ")}.{" "}
      {signers.minimumAge > 0 ? t("petitions.sheet.age", { age: signers.minimumAge }) : null}{" "}
      {t("petitions.sheet.once")} {t("petitions.sheet.consent", { days: retentionDays })}{" "}
      {closesAt ? t("petitions.sheet.bring", { date: format.deadline(closesAt) }) : null}
    </p>
  );
}

function Lines() {
  const t = useT();
  return (
    <section
      className="table-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t("petitions.sheet.title")}
    >
      <table className="sheet-lines">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`petitions.sheet.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: LINES }, (_, place) => place + 1).map((line) => (
            <tr key={line}>
              {COLUMNS.map((column) => (
                <td key={column}>{column === "line" ? line : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
