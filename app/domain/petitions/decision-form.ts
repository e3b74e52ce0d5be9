import { z } from "zod";
import { HIDING_GROUNDS, type ModerationStep, mayHideFor } from "./moderation";
import { REFUSAL_GROUNDS, type RefusalGround } from "./petition";

export const DECISION_LIMITS = { note: 2_000, shortestNote: 20 } as const;

/** Words everybody reads; opening needs none. */
export type DecisionAnswers = { note: string; ground: RefusalGround | null; hide: boolean };

const note = z.string().trim().max(DECISION_LIMITS.note).default("");
const reason = note.refine(
  (text) => text.length >= DECISION_LIMITS.shortestNote,
  "moderation.error.note_short",
);
const noteOnly = z.strictObject({ note: reason });

const FORMS = {
  open: z.strictObject({ note }),
  show: noteOnly,
  return: noteOnly,
  stop: noteOnly,
  restore: noteOnly,
  reject_review: noteOnly,
  hide: z.strictObject({ note: reason, ground: z.enum(HIDING_GROUNDS, "moderation.error.ground") }),
  refuse: z
    .strictObject({
      note: reason,
      ground: z.enum(REFUSAL_GROUNDS, "moderation.error.ground"),
      hide: z.literal("yes").optional(),
    })
    .refine(({ ground, hide }) => !hide || mayHideFor(ground), {
      path: ["hide"],
      message: "moderation.error.hide_ground",
    }),
} satisfies Record<ModerationStep, z.ZodType>;

/** The form of one step of a moderator, read into one shape. */
export function decisionForm(step: ModerationStep) {
  const form: z.ZodType<{ note: string; ground?: RefusalGround; hide?: "yes" | undefined }> = FORMS[step];
  return form.transform(
    ({ note: words, ground, hide }): DecisionAnswers => ({
      note: words,
      ground: ground ?? null,
      hide: hide === "yes",
    }),
  );
}

/** Steps that name a coded ground. */
export function namesGround(step: ModerationStep): boolean {
  return step === "refuse" || step === "hide";
}

/** Taking a petition on: `from` names the moderator it is taken over from, empty when it lay free. */
export const takeForm = z.strictObject({ from: z.uuid().or(z.literal("")).default("") });

export const REVIEW_LIMITS = { grounds: 3_000 } as const;

/** Why the author thinks the refusal wrong. */
export const reviewForm = z.strictObject({
  grounds: z
    .string()
    .trim()
    .max(REVIEW_LIMITS.grounds)
    .default("")
    .refine((text) => text.length >= DECISION_LIMITS.shortestNote, "moderation.error.note_short"),
});
