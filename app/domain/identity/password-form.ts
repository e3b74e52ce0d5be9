import { z } from "zod";
import { emailField } from "./email-field";
import { heldPasswordField, newPasswordField } from "./person-fields";

export const requestResetForm = z.strictObject({ email: emailField });
export const newPasswordForm = z.strictObject({ password: newPasswordField });
export const changePasswordForm = z.strictObject({
  currentPassword: heldPasswordField,
  password: newPasswordField,
});
