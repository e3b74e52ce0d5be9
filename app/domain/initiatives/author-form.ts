import { z } from "zod";
import { LIMITS, personName, texts, title } from "./draft-form";

const note = (empty: string) => z.string().trim().min(1, empty).max(LIMITS.note);

export const withdrawForm = z.strictObject({ note: note("initiatives.error.withdrawReasonEmpty") });

/** The new text after a return, with one sentence on what was changed. */
export const reworkForm = z.strictObject({
  title,
  ...texts,
  costGuess: z.string().max(60),
  changeNote: note("initiatives.error.changeNoteEmpty"),
});

export const invitationForm = z.strictObject({ name: personName });
