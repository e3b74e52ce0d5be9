import { z } from "zod";
import { looksLikeEmail } from "~/domain/identity/email";
import { nameField } from "~/domain/identity/person-fields";
import { RESIDENCE_BASES } from "~/domain/identity/residence";
import { locales } from "~/i18n/locales";
import { isId } from "~/shared/id";

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** What a consultant enters for a resident who stands before them; a mail address only if they want a letter. */
export const assistForm = z.strictObject({
  name: nameField,
  bornOn: z.iso
    .date({ error: "identity.error.bornOnShape", abort: true })
    .refine((day) => /^(19|20)/.test(day), "identity.error.bornOnShape"),
  district: z
    .string("signing.error.districtMissing")
    .refine((value) => value === "" || isId(value), "signing.error.districtMissing")
    .default(""),
  basis: z.enum(RESIDENCE_BASES, "signing.error.basisMissing"),
  email: z
    .string()
    .trim()
    .refine((text) => text === "" || looksLikeEmail(text), "identity.error.emailShape")
    .default(""),
  language: z.enum(locales),
  showName: ticked,
  consent: ticked.refine((heard) => heard, "integrity.desk.fault.consent"),
});
export type AssistInput = z.output<typeof assistForm>;
