import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { isLocale } from "~/i18n/locales";

/** The bare address leads to the language the browser asks for first among those of the community. */
export const loader = allow("anyone", ({ community, request, locale }) => {
  const asked = (request.headers.get("Accept-Language") ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  const language = asked.find((tag) => isLocale(tag) && community.languages.includes(tag)) ?? locale;
  throw redirect(`/${language}`, { headers: { "Cache-Control": "no-store", Vary: "Accept-Language" } });
});
