import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { isLocale } from "~/i18n/locales";

/** `/i/214`: the address for posters and papers. It leads to the page in the language the browser asks for. */
export const loader = allow("anyone", ({ community, request, params, locale }) => {
  const number = params.number ?? "";
  if (!/^[1-9]\d{0,9}$/.test(number)) throw new Response(null, { status: 404 });
  const asked = (request.headers.get("Accept-Language") ?? "")
    .split(",")
    .map((tag) => tag.trim().slice(0, 2).toLowerCase());
  const language = asked.find((tag) => isLocale(tag) && community.languages.includes(tag)) ?? locale;
  throw redirect(`/${language}/initiatives/${number}`, {
    headers: { "Cache-Control": "no-store", Vary: "Accept-Language" },
  });
});
