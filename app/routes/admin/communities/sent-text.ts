import { readUpload } from "~/domain/communities/read-upload";
import type { ParsedForm } from "~/shared/parsed-form";

/** Longer pasted text is not put back into the page: it would weigh more than the page. */
const SHOWN_AGAIN = 200_000;

/** The file of a form, else the text pasted into it; null when neither was sent. `pasted` fills the field again. */
export function sentText(
  form: ParsedForm,
  pastedName: string,
): { name: string; text: string; pasted: string } | null {
  const [file] = form.files;
  if (file) return { name: plainFileName(file.name), text: readUpload(file.bytes), pasted: "" };
  const text = form.fields.get("text")?.[0] ?? "";
  if (!text.trim()) return null;
  return { name: pastedName, text, pasted: text.length > SHOWN_AGAIN ? "" : text };
}

function plainFileName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .toWellFormed()
    .slice(0, 100);
}
