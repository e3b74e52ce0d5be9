import { z } from "zod";
import { emailField } from "~/domain/identity/email-field";
import { nameField } from "~/domain/identity/person-fields";
import { RESIDENCE_BASES } from "~/domain/identity/residence";
import type { MessageKey } from "~/i18n/messages";
import { isId } from "~/shared/id";
import type { PetitionRules } from "./petition-rules";

const key = (message: MessageKey) => message;

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** What a signer decides, with an account or without. */
const choices = { showName: ticked, news: ticked };

/** One press of the button; who signs is known from the account. */
export const accountSigningForm = z.strictObject(choices);

/** The form of somebody without an account. Their age is their own declaration. */
export function signingForm({ signers }: Pick<PetitionRules, "signers">) {
  const adult = ticked.refine((isOfAge) => isOfAge || signers.minimumAge === 0, {
    error: key("signing.error.ageMissing"),
  });
  return z.strictObject({
    name: nameField,
    email: emailField,
    // A community without districts has no such field; one that has is asked again by the statement that files.
    district: z.string().refine(isId, key("signing.error.districtMissing")).optional(),
    basis: z.enum(RESIDENCE_BASES, key("signing.error.basisMissing")),
    ofAge: adult,
    ...choices,
  });
}
export type SigningInput = z.output<ReturnType<typeof signingForm>>;

/** Whether the name is shown: the rules say so, or leave it to the signer. */
export function showsName({ names }: Pick<PetitionRules, "names">, chosen: boolean): boolean {
  return names === "choice" ? chosen : names === "public";
}

/** Which of several waiting signatures is confirmed, by the number of its petition. */
export const confirmOneForm = z.strictObject({
  petition: z.coerce.number().int().positive().max(999_999_999),
});
