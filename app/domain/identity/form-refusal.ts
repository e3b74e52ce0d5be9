import type { FieldError } from "~/shared/form-failure";
import type { Refused } from "~/shared/outcome";

const FIELDS: Record<string, string> = {
  no_such_district: "district",
  no_such_person: "email",
  wrong_password: "currentPassword",
  password_common: "password",
  password_pattern: "password",
  password_personal: "password",
  already_held: "role",
  until_past: "until",
};

/** The sentence of a refusal, beside the field it is about or for the whole form. */
export function formRefusal({ reason, details = {} }: Refused<string>): FieldError {
  return { field: FIELDS[reason] ?? "form", message: `identity.refusal.${reason}`, values: details };
}

/** 429 where the visitor has to wait, 503 where the server is busy, 409 for everything else. */
export function refusalStatus({ reason }: Refused<string>): number {
  if (reason === "too_many") return 429;
  return reason === "busy" ? 503 : 409;
}
