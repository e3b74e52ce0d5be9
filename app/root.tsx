import type { LinksFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { allow } from "~/domain/identity/allow.server";
import { localText } from "~/i18n/local-text";
import { TranslationProvider } from "~/i18n/use-translation";
import stylesheet from "~/styles/index.css?url";
import { ErrorPage } from "./error-page";
import { SiteShell } from "./site-shell";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const loader = allow(
  "anyone",
  ({ community, locale, viewer, colourScheme, enhancement, demo, url, formFailed }) => ({
    community: {
      slug: community.slug,
      name: localText(community.name, locale).text,
      zone: community.zone,
      currency: community.currency,
      languages: community.languages,
    },
    locale,
    viewer: viewer.kind === "person" ? { name: viewer.name, roles: [...viewer.roles] } : null,
    colourScheme,
    enhancement,
    demo,
    path: url.pathname,
    formFailed,
  }),
);

export type SiteData = Awaited<ReturnType<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
  const site = useRouteLoaderData<SiteData>("root");
  return (
    <html lang={site?.locale ?? "uk"} data-color-scheme={site?.colourScheme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {site && <script type="module" src={site.enhancement} />}
      </head>
      <body>{site ? <Framed site={site}>{children}</Framed> : children}</body>
    </html>
  );
}

function Framed({ site, children }: { site: SiteData; children: ReactNode }) {
  const { zone, currency } = site.community;
  // Pages for frames of other sites and for paper come without the site around them: `handle = { bare: true }`.
  const isBare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare);
  return (
    <TranslationProvider locale={site.locale} zone={zone} currency={currency}>
      {isBare ? children : <SiteShell site={site}>{children}</SiteShell>}
    </TranslationProvider>
  );
}

export default function Root() {
  return <Outlet />;
}

export const ErrorBoundary = ErrorPage;
