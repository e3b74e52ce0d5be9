import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { petitionNumber } from "~/domain/petitions/petition";
import { askedLocale } from "~/i18n/asked-locale";

/** `/p/214`: the address for posters and papers. It leads to the page in the language the browser asks for. */
export const loader = allow("anyone", ({ community, request, params, locale }) => {
  const number = petitionNumber(params.number);
  if (number === null) throw new Response(null, { status: 404 });
  const language = askedLocale(request.headers.get("Accept-Language"), community.languages, locale);
  throw redirect(`/${language}/petitions/${number}`, {
    headers: { "Cache-Control": "no-store", Vary: "Accept-Language" },
  });
});
