import { z } from "zod";

const MOST_CHOICES = 400;
const choices = z.array(z.string().max(36)).max(MOST_CHOICES).default([]);

/** What is ticked so far; limits are the business of `checkChoices`. */
export const chooseForm = z.strictObject({ choices });

/** A checked ballot on its way into the box. */
export const sendForm = z.strictObject({
  choices,
  /** Who checked it: on a shared computer the next person must not send it as an own ballot. */
  voter: z.uuid(),
  castKey: z.uuid(),
  baseVersion: z.coerce.number().int().min(0).max(1_000_000),
});

export const receiptForm = z.strictObject({ code: z.string().trim().min(1).max(60) });
