import { redirect } from "@remix-run/node";
import type { Handled } from "~/domain/identity/allow.server";
import { askToSign } from "~/domain/petitions/ask-to-sign.server";
import { signingForm } from "~/domain/petitions/signing-form";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { petitionToSign } from "./load-signing.server";

type Asked = Pick<
  Handled<"anyone">,
  "community" | "origin" | "params" | "form" | "locale" | "clientAddress" | "url"
>;

const FIELDS: Record<string, string> = { no_such_district: "district", basis_not_admitted: "basis" };

/** The form of somebody without an account; the next page is the same for everybody (S-21). */
export async function askByMail(asked: Asked) {
  const { community, origin, form, locale, clientAddress, url } = asked;
  const petition = await petitionToSign(asked);
  const result = readForm(form, signingForm(petition.rules));
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await askToSign(
    { community, origin },
    { petition, input: result.data, language: locale, clientAddress },
  );
  if (outcome.done) return redirect(`${url.pathname}/sent`, 303);
  const { reason, details = {} } = outcome;
  const told = complaint(FIELDS[reason] ?? "form", `signing.refusal.${reason}`, details);
  return formFailure([told], result.values, reason === "too_many" ? 429 : 409);
}
