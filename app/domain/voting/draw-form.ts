import { z } from "zod";

export const LONGEST_DRAW_VALUE = 200;

/** One line as it will stand in every file: blanks are folded, so that it reads back letter for letter. */
export const drawValueForm = z.strictObject({
  value: z
    .string()
    .transform((value) => value.replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .max(LONGEST_DRAW_VALUE)
        .regex(/^\P{Cc}+$/u, "prioritisation.error.drawValue"),
    ),
});
