import { Outlet } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { isLocale } from "~/i18n/locales";

export const loader = allow("anyone", ({ community, params }) => {
  if (!isLocale(params.locale) || !community.languages.includes(params.locale)) throw new Response(null, { status: 404 });
  return null;
});

export default function Language() {
  return <Outlet />;
}
