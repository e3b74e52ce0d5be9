import { isMessageKey } from "~/i18n/translate";
import { useT } from "~/i18n/use-translation";
import type { FormError } from "./error-summary";
import { useFormFailure } from "./use-form-failure";

/** What a form shows: the complaints in the reader's words, and for each field what was typed before a refusal. */
export type FormAnswers = {
  failed: boolean;
  errors: FormError[];
  error(field: string): string | undefined;
  /** What was typed, else what is stored. */
  text(field: string, stored?: string): string | undefined;
  checked(field: string, stored?: boolean): boolean;
};

export function useFormAnswers(): FormAnswers {
  const t = useT();
  const { errors, values } = useFormFailure();
  const failed = errors.length > 0;
  const told = errors.map(({ field, message, values: given }) => ({
    field: field === "form" ? undefined : field,
    message: isMessageKey(message) ? t(message, given) : message,
  }));
  return {
    failed,
    errors: told,
    error: (field) => told.find((each) => each.field === field)?.message,
    text(field, stored) {
      const typed = values[field];
      return typeof typed === "string" ? typed : failed ? "" : stored;
    },
    checked: (field, stored = false) => (failed ? typeof values[field] === "string" : stored),
  };
}
