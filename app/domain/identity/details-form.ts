import { z } from "zod";
import { locales } from "~/i18n/locales";
import { bornOnField, nameField } from "./person-fields";

export const detailsForm = z.strictObject({
  name: nameField,
  language: z.enum(locales),
  bornOn: bornOnField,
});
