import type { MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { ErrorPage, errorTitle } from "~/error-page";
import { isLocale } from "~/i18n/locales";
import { pageMeta } from "~/ui/page-meta";

export const loader = allow("anyone", ({ community, params }) => {
  if (!isLocale(params.locale) || !community.languages.includes(params.locale))
    throw new Response(null, { status: 404 });
  return null;
});

/** Pages name themselves; this is for those that failed. */
export const meta: MetaFunction = ({ error, ...page }) =>
  error ? pageMeta((t) => t(errorTitle(error)), { hidden: true })(page) : [];

export default function Language() {
  return <Outlet />;
}

/** A boundary below the root: when an action refuses, the loaders above it still run and the page keeps its frame. */
export const ErrorBoundary = ErrorPage;
