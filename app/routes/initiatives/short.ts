import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { initiativeNumber } from "~/domain/initiatives/initiative";
import { askedLocale } from "~/i18n/asked-locale";

/** `/i/214`: the address for posters and papers. It leads to the page in the language the browser asks for. */
export const loader = allow("anyone", ({ community, request, params, locale }) => {
  const number = initiativeNumber(params.number);
  if (number === null) throw new Response(null, { status: 404 });
  const language = askedLocale(request.headers.get("Accept-Language"), community.languages, locale);
  throw redirect(`/${language}/initiatives/${number}`, {
    headers: { "Cache-Control": "no-store", Vary: "Accept-Language" },
  });
});
