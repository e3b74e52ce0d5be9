import { z } from "zod";
import { emailField } from "./email-field";
import { heldPasswordField } from "./person-fields";

/** `kept` is a form that the end of a session interrupted, carried through the sign-in (F-25). */
export const signInForm = z.strictObject({
  email: emailField,
  password: heldPasswordField,
  next: z.string().max(2_000).default(""),
  kept: z.string().max(400_000).default(""),
});
