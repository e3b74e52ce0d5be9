import { z } from "zod";
import { isWebAddress } from "./answer";

export const DEBATE_LIMITS = { place: 300, address: 1_000, reason: 1_000, shortestReason: 10 } as const;

const address = z
  .string()
  .trim()
  .max(DEBATE_LIMITS.address)
  .default("")
  .refine((text) => text === "" || isWebAddress(text), "answers.error.address");

/** The debate the clerk saw; empty for none. */
const seen = z.uuid().or(z.literal("")).default("");

export const scheduleForm = z.strictObject({
  seen,
  when: z.string().max(16).default(""),
  place: z.string().trim().min(1, "answers.error.place").max(DEBATE_LIMITS.place),
  meetingAddress: address,
  note: z.string().trim().max(DEBATE_LIMITS.reason).default(""),
});

export const holdForm = z.strictObject({ seen, minutesAddress: address });

export const dropForm = z.strictObject({
  seen,
  reason: z
    .string()
    .trim()
    .min(DEBATE_LIMITS.shortestReason, "answers.error.reason")
    .max(DEBATE_LIMITS.reason),
});

export const minutesForm = z.strictObject({
  seen,
  minutesAddress: address.refine((text) => text !== "", "answers.error.minutes"),
});
