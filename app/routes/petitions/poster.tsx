import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { QrCode } from "~/domain/initiatives/components/qr-code";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { pageMeta } from "~/ui/page-meta";
import { loadPrintOut } from "./print-out.server";

export const handle = { bare: true };

export const meta = pageMeta((t) => t("petitions.poster.title"), { hidden: true });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = allow("anyone", async (asked) =>
  data(await loadPrintOut(asked), { headers: { "Cache-Control": "public, max-age=60" } }),
);

/** A poster for a door or a notice board: the demand, the code, the short address. */
export default function Poster() {
  const { number, title, language, community, duty, goal, closesAt, short, qr } =
    useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <main className="print-out poster">
      <p className="screen-only small">
        {t("petitions.print.how")} <a href={`/${locale}/petitions/${number}`}>{t("petitions.print.back")}</a>
      </p>
      <p className="poster-caption">
        {community} · {t("petitions.number", { number })}
      </p>
      <p className="poster-call">{t("petitions.poster.call")}</p>
      <h1 lang={language}>{title}</h1>
      <div className="poster-code">
        <QrCode path={qr} label={t("petitions.page.share.qr", { address: short })} />
        <div>
          <p>{t("petitions.poster.scan")}</p>
          <p className="poster-address">{short}</p>
          {closesAt ? (
            <p className="poster-until">{t("petitions.poster.until", { date: format.deadline(closesAt) })}</p>
          ) : null}
        </div>
      </div>
      {duty ? <p>{t("petitions.poster.need", { goal, duty: t(`petitions.duty.${duty}`) })}</p> : null}
      <p>{t("petitions.poster.paper")}</p>
    </main>
  );
}
