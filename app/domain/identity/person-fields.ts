import { z } from "zod";
import type { MessageKey } from "~/i18n/messages";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./password";

const key = (message: MessageKey) => message;

/** One field, in whatever order and script the person writes it. */
export const nameField = z
  .string(key("identity.error.nameMissing"))
  .trim()
  .min(1, key("identity.error.nameMissing"))
  .max(120, key("identity.error.nameLong"))
  .refine((name) => !/[\p{Cc}<>]/u.test(name), key("identity.error.nameShape"));

/** Any characters, pasted or typed; only length is asked here, weakness is judged by `passwordWeakness` (S-19). */
export const newPasswordField = z
  .string(key("identity.error.passwordMissing"))
  .min(1, key("identity.error.passwordMissing"))
  .pipe(
    z
      .string()
      .min(SHORTEST_PASSWORD, key("identity.error.passwordShort"))
      .max(LONGEST_PASSWORD, key("identity.error.passwordLong")),
  );

/** The password somebody has already: whatever it is, only the hash can tell. */
export const heldPasswordField = z
  .string(key("identity.error.passwordMissing"))
  .min(1, key("identity.error.passwordMissing"))
  .max(LONGEST_PASSWORD, key("identity.error.passwordLong"));

/** A calendar day or nothing; asked for where a vote has an age limit. */
export const bornOnField = z
  .union([z.literal(""), z.iso.date(key("identity.error.bornOnShape"))], key("identity.error.bornOnShape"))
  .refine((day) => day === "" || /^(19|20)/.test(day), key("identity.error.bornOnShape"))
  .transform((day) => day || null);
