import { z } from "zod";
import type { MessageKey } from "~/i18n/messages";
import { emailField } from "./email-field";
import { ROLES } from "./viewer";

const key = (message: MessageKey) => message;

export const findMemberForm = z.strictObject({ email: emailField });

const day = z
  .union([z.literal(""), z.iso.date(key("identity.error.dayShape"))], key("identity.error.dayShape"))
  .transform((text) => text || null);

/** Calendar days of the community's zone: the role begins with the first and ends with the start of `until`. */
export const grantRoleForm = z
  .strictObject({ role: z.enum(ROLES, key("identity.error.roleMissing")), from: day, until: day })
  .refine(({ from, until }) => !from || !until || from < until, {
    path: ["until"],
    error: key("identity.error.untilBeforeFrom"),
  });
