import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { signPetition } from "~/domain/petitions/sign-petition.server";
import { accountSigningForm } from "~/domain/petitions/signing-form";
import { readForm } from "~/platform/form.server";
import { petitionToSign } from "./load-signing.server";

/** Who had to sign in again goes on at the page of signing. */
export const loader = allow("anyone", ({ url }) => {
  throw redirect(url.pathname.replace(/\/account$/, ""));
});

/** One press of the button. The page of signing then says how the resident stands, a refusal with its reason too. */
export const action = allow("resident", async (asked) => {
  const { community, viewer, origin, form, clientAddress, url } = asked;
  const petition = await petitionToSign(asked);
  const result = readForm(form, accountSigningForm);
  const choices = result.ok ? result.data : { showName: false, news: false };
  await signPetition({ community, origin }, viewer, { petition, choices, clientAddress });
  return redirect(url.pathname.replace(/\/account$/, ""), 303);
});

export default function SignAccount() {
  return null;
}
