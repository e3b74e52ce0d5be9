import { z } from "zod";
import { emailField } from "./email-field";
import { bornOnField, nameField, newPasswordField } from "./person-fields";
import { residenceFields, withBasis } from "./residence-form";

export const signUpForm = withBasis(
  z.strictObject({
    name: nameField,
    email: emailField,
    password: newPasswordField,
    bornOn: bornOnField,
    ...residenceFields,
  }),
);
export type SignUpInput = z.output<typeof signUpForm>;
