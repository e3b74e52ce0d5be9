import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { isLocale } from "~/i18n/locales";

/** `/pb/2027/results`: the short address that stays, whatever the pages are called. */
export const loader = allow("anyone", ({ community, params, url }) => {
  const asked = url.searchParams.get("lang") ?? "";
  const locale = isLocale(asked) ? asked : (community.languages[0] ?? "uk");
  return redirect(`/${locale}/rounds/${encodeURIComponent(params["slug"] ?? "")}/results`);
});
