import { z } from "zod";
import type { MessageKey } from "~/i18n/messages";
import { looksLikeEmail } from "./email";

const key = (message: MessageKey) => message;

/** A mail address as people type it, with stray spaces. */
export const emailField = z
  .string(key("identity.error.emailMissing"))
  .trim()
  .min(1, key("identity.error.emailMissing"))
  .refine((text) => text === "" || looksLikeEmail(text), key("identity.error.emailShape"));
