import { z } from "zod";
import { LIMIT_SCOPES, type LimitScope, type SigningLimits } from "./signing-limits";

/** Attempts are remembered for two days, so a window of one is the longest that can be counted. */
export const LONGEST_WINDOW = 24 * 60;
const MOST = 1_000_000;

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || isWhole(text, least, most), "integrity.limits.fault.number")
    .default("");

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

const pairs = LIMIT_SCOPES.flatMap((scope) => [
  [`${scope}_most`, whole(1, MOST)] as const,
  [`${scope}_minutes`, whole(1, LONGEST_WINDOW)] as const,
]);

/** Two fields for each scope, both filled or both empty; empty means the usual limit. */
export const signingLimitsForm = z
  .strictObject(Object.fromEntries(pairs) as Record<(typeof pairs)[number][0], ReturnType<typeof whole>>)
  .superRefine((answers, check) => {
    for (const scope of LIMIT_SCOPES) {
      const [most, minutes] = [answers[`${scope}_most`], answers[`${scope}_minutes`]];
      if ((most === "") === (minutes === "")) continue;
      const empty = most === "" ? `${scope}_most` : `${scope}_minutes`;
      check.addIssue({ code: "custom", path: [empty], message: "integrity.limits.fault.both" });
    }
  });

/** The limits that staff have set; scopes left empty are not in it. */
export function limitsOf(answers: z.output<typeof signingLimitsForm>): SigningLimits {
  const set = LIMIT_SCOPES.flatMap((scope): [LimitScope, { most: number; minutes: number }][] => {
    const most = answers[`${scope}_most`];
    return most === "" ? [] : [[scope, { most: Number(most), minutes: Number(answers[`${scope}_minutes`]) }]];
  });
  return Object.fromEntries(set);
}

export const networkLinesForm = z.strictObject({ lines: z.string().trim().min(1).max(400_000) });
