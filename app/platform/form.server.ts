import { data } from "@remix-run/node";
import type { z } from "zod";
import type { FieldError, FormFailure, FormValues } from "~/shared/form-failure";
import { formTokenField, type ParsedForm } from "~/shared/parsed-form";

export type FormResult<T> =
  | { ok: true; data: T; values: FormValues }
  | { ok: false; errors: FieldError[]; values: FormValues };

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
// Bidirectional overrides and isolates can make a name read as another one (Unicode TR 36).
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/** The answer of an action whose form is wrong: the page again, with the complaints and all that was typed. */
export function formFailure(errors: FieldError[], values: FormValues, status = 422) {
  return data<FormFailure>({ errors, values }, { status });
}

/** Whether what an action returns is `formFailure`. */
export function isFormFailure(answer: unknown): boolean {
  const given = answer as { type?: unknown; data?: Partial<FormFailure> | null } | null | undefined;
  return given?.type === "DataWithResponseInit" && Array.isArray(given.data?.errors);
}

/** The answer to a form without the token of this session: nothing is done, nothing typed is lost (C-1, F-25). */
export function expiredForm(form: ParsedForm) {
  const values: FormValues = {};
  for (const [name, given] of form.fields) {
    if (name.endsWith("[]")) values[name.slice(0, -2)] = [...given];
    else if (name !== formTokenField && name !== "password") values[name] = given[0] ?? "";
  }
  return formFailure([complaint("form", "errors.form_expired")], values, 403);
}

/**
 * Checks a form against a strict schema (S-31, S-39, F-24). A name ending in `[]` is a list, any other
 * name may come once; unknown names are refused. Text is brought to NFC with `\n` line ends.
 */
export function readForm<S extends z.ZodType>(form: ParsedForm, schema: S): FormResult<z.output<S>> {
  const { values, errors } = readFields(form);
  if (errors.length > 0) return { ok: false, errors, values };
  const checked = schema.safeParse({ ...values });
  if (checked.success) return { ok: true, data: checked.data, values };
  return { ok: false, errors: checked.error.issues.flatMap(toFieldErrors), values };
}

function readFields(form: ParsedForm): FormFailure {
  const values: FormValues = Object.create(null);
  const errors: FieldError[] = [];
  for (const [name, given] of form.fields) {
    const list = name.endsWith("[]");
    const field = list ? name.slice(0, -2) : name;
    const texts = given.map(cleanText);
    const message = fieldMessage(field, texts, list);
    if (message) errors.push(complaint(field, message));
    if (field !== formTokenField && !FORBIDDEN.has(field)) values[field] = list ? texts : (texts[0] ?? "");
  }
  return { values, errors };
}

function fieldMessage(field: string, texts: readonly string[], list: boolean): string | null {
  if (FORBIDDEN.has(field) || (!list && texts.length > 1)) return "errors.repeated_field";
  return texts.every(acceptable) ? null : "errors.forbidden_characters";
}

function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC");
}

function acceptable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed() && !BIDI.test(text);
}

export function complaint(field: string, message: string, values: FieldError["values"] = {}): FieldError {
  return { field, message, values };
}

/** Schemas name a key of the catalogues as their message; zod's own words are replaced by general ones. */
function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => complaint(key, "errors.unknown_field"));
  const field = String(issue.path[0] ?? "form");
  const values: FieldError["values"] = {};
  if ("maximum" in issue) values.maximum = Number(issue.maximum);
  if ("minimum" in issue) values.minimum = Number(issue.minimum);
  if (/^[a-z]+(\.[A-Za-z_]+)+$/.test(issue.message)) return [complaint(field, issue.message, values)];
  return [complaint(field, generalMessage(issue), values)];
}

function generalMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big") return "errors.too_long";
  if (issue.code === "too_small") return Number(issue.minimum) <= 1 ? "errors.required" : "errors.too_short";
  if (issue.code === "invalid_type" && issue.input === undefined) return "errors.required";
  return "errors.invalid";
}
