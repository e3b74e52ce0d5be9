import { z } from "zod";
import { locales } from "~/i18n/locales";
import type { MessageKey } from "~/i18n/messages";
import { bornOnField, nameField } from "./person-fields";

export const detailsForm = z.strictObject({
  name: nameField,
  language: z.enum(locales, "identity.error.languageMissing" satisfies MessageKey),
  bornOn: bornOnField,
});
