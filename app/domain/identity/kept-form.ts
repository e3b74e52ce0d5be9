import { z } from "zod";
import type { FormValues } from "~/shared/form-failure";
import { formTokenField, type ParsedForm } from "~/shared/parsed-form";
import { localPath } from "./local-path";

/** A form whose session had ended: it travels through the sign-in page in the page itself, and nowhere else (F-25). */
export type KeptForm = { action: string; fields: [name: string, value: string][]; filesLost: boolean };

const shape = z.strictObject({
  action: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])).max(400),
  filesLost: z.boolean(),
});

/** What can be kept of a form; null when there is nothing, or when it holds a password, which never travels. */
export function keepForm(form: ParsedForm, action: string): KeptForm | null {
  const fields = [...form.fields]
    .filter(([name]) => name !== formTokenField)
    .flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  const isSecret = fields.some(([name]) => /password/i.test(name));
  const isEmpty = fields.length === 0 && form.files.length === 0;
  if (isSecret || isEmpty || localPath(action, "") === "") return null;
  return { action, fields, filesLost: form.files.length > 0 };
}

/** One line of text for a hidden field; letters beyond ASCII take less room than in a form's own encoding. */
export function packKeptForm(kept: KeptForm): string {
  const bytes = new TextEncoder().encode(JSON.stringify(kept));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Reads the hidden field back. It comes from a browser: whatever is not a kept form of this site is null. */
export function unpackKeptForm(packed: string): KeptForm | null {
  if (packed === "") return null;
  try {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const checked = shape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!checked.success) return null;
    const action = localPath(checked.data.action, "");
    return action ? { ...checked.data, action } : null;
  } catch {
    return null;
  }
}

/** The texts somebody wrote, for reading and copying; choices and hidden numbers are left out. */
export function writtenTexts({ fields }: KeptForm): string[] {
  return fields.map(([, value]) => value).filter((value) => value.length > 20 && /\s/.test(value));
}

/** What was typed, without the passwords: they are typed again. */
export function withoutPasswords(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}
