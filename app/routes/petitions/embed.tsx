import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { SignatureProgress } from "~/domain/petitions/components/signature-progress";
import { findCountedAt } from "~/domain/petitions/petition-count-queries.server";
import { petitionProgress } from "~/domain/petitions/petition-progress";
import { listThresholdFacts } from "~/domain/petitions/petition-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { pageMeta } from "~/ui/page-meta";
import { openReadable } from "./open-public.server";

/** Other sites may frame this page and no other (S-48): it holds no form and no session reaches it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors *",
].join("; ");

/** Without the frame of the site around it. */
export const handle = { bare: true };

type Embedded = { title: string };
export const meta = pageMeta<Embedded>((_, shown) => shown?.title ?? "", { hidden: true });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, params }) => {
  const found = await openReadable({ community, params });
  if (!found.openedAt) throw new Response(null, { status: 404 });
  const [facts, countedAt] = await Promise.all([
    listThresholdFacts(community, found.id),
    findCountedAt(community),
  ]);
  const reached = facts.map(({ threshold }) => threshold);
  const { number, title, language, state, closesAt, rules, signatures } = found;
  const isOpen = state === "open" && closesAt !== null && now() < closesAt;
  return data(
    {
      ...{ number, title, language, state, closesAt, isOpen },
      progress: petitionProgress(rules.thresholds, signatures ?? 0, reached, state !== "open"),
      asOf: countedAt ?? now(),
    },
    { headers: { "Cache-Control": "public, max-age=5", "Content-Security-Policy": POLICY } },
  );
});

/** A petition on somebody else's page: its demand, how far it is, as of when, and the way to sign. */
export default function Embed() {
  const { number, title, language, state, progress, closesAt, isOpen, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const page = `/${locale}/petitions/${number}`;
  return (
    <main
      className="embed"
      data-enhance={isOpen ? "signature-count" : undefined}
      data-address={`/petitions/${number}/count.json`}
      data-closes={closesAt?.toISOString()}
      data-goal={progress.goal}
      data-reached={t("petitions.progress.reached")}
    >
      <p className="small quiet">
        {t("petitions.number", { number })} · {t(`petitions.state.${state}`)}
      </p>
      <h1 lang={language}>{title}</h1>
      <SignatureProgress progress={progress} />
      <p className="small quiet">{t("petitions.embed.asOf", { date: format.dateTimeZone(asOf) })}</p>
      <p className="cluster">
        {isOpen ? (
          <a
            className="ds-button"
            data-variant="primary"
            href={`${page}/sign`}
            target="_blank"
            rel="noopener"
          >
            {t("petitions.list.sign")}
          </a>
        ) : null}
        <a href={page} target="_blank" rel="noopener">
          {t("petitions.embed.read")}
        </a>
      </p>
    </main>
  );
}
