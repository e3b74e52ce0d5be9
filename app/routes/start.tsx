import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { askedLocale } from "~/i18n/asked-locale";

/** The bare address leads to the language the browser asks for first among those of the community. */
export const loader = allow("anyone", ({ community, request, locale }) => {
  const language = askedLocale(request.headers.get("Accept-Language"), community.languages, locale);
  throw redirect(`/${language}`, { headers: { "Cache-Control": "no-store", Vary: "Accept-Language" } });
});
