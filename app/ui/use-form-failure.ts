import { useActionData } from "@remix-run/react";
import type { FormFailure } from "~/shared/form-failure";

const NOTHING: FormFailure = { errors: [], values: {} };

/** The complaints and typed values of the form just sent, or nothing on a fresh page. */
export function useFormFailure(): FormFailure {
  const data = useActionData<FormFailure>();
  return data && "errors" in data && "values" in data ? data : NOTHING;
}
