import { z } from "zod";
import { RESIDENCE_BASES, type ResidenceBasis } from "~/domain/identity/residence";
import { isId } from "~/shared/id";
import { type KeyedLine, LINE_OUTCOMES, type LineOutcome, SHEET_LINES } from "./sheet";

const numbers = Array.from({ length: SHEET_LINES }, (_, place) => place + 1);

const name = z
  .string()
  .trim()
  .max(120, "identity.error.nameLong")
  .refine((text) => !/[\p{Cc}<>]/u.test(text), "identity.error.nameShape")
  .default("");
const bornOn = z
  .union([z.literal(""), z.iso.date("identity.error.bornOnShape")], "identity.error.bornOnShape")
  .refine((day) => day === "" || /^(19|20)/.test(day), "identity.error.bornOnShape")
  .default("");
const district = z
  .string()
  .refine((value) => value === "" || isId(value), "signing.error.districtMissing")
  .default("");
const basis = z.enum(RESIDENCE_BASES, "signing.error.basisMissing").default("registered");

type LineField = `${"name" | "born" | "district" | "basis"}_${number}`;

const lineFields = Object.fromEntries(
  numbers.flatMap((line) => [
    [`name_${line}`, name],
    [`born_${line}`, bornOn],
    [`district_${line}`, district],
    [`basis_${line}`, basis],
  ]),
) as Record<LineField, z.ZodType<string>>;

/** The sheet, and ten lines of it as fields `name_1`, `born_1` and so on. */
export const sheetForm = z.strictObject({
  batch: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}/. -]{0,18}[\p{L}\p{N}])?$/u, "integrity.sheet.fault.batch"),
  number: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,4}$/, "integrity.sheet.fault.number")
    .transform(Number),
  ...lineFields,
});

/** The lines that were filled in; a line of which nothing could be read has only its mark. */
export function keyedLines(answers: Readonly<Record<string, unknown>>): KeyedLine[] {
  const text = (field: string) => {
    const value = answers[field];
    return typeof value === "string" ? value : "";
  };
  return numbers.flatMap((line) => {
    const [given, born] = [text(`name_${line}`), text(`born_${line}`)];
    if (given === "" && born === "") return [];
    const place = text(`district_${line}`);
    return [
      {
        line,
        name: given,
        bornOn: born,
        districtId: place === "" ? null : place,
        basis: (text(`basis_${line}`) || "registered") as ResidenceBasis,
      },
    ];
  });
}

/** What the second person says of each line, as fields `outcome_1` and so on. */
export function sheetCheckForm(lines: readonly { line: number }[]) {
  const outcome = z.enum(LINE_OUTCOMES, "integrity.sheet.fault.outcome");
  return z.strictObject(Object.fromEntries(lines.map(({ line }) => [`outcome_${line}`, outcome])));
}

export function outcomesOf(answers: Readonly<Record<string, LineOutcome>>): Map<number, LineOutcome> {
  return new Map(
    Object.entries(answers).map(([field, outcome]) => [Number(field.replace("outcome_", "")), outcome]),
  );
}
