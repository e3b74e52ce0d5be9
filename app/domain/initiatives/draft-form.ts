import { z } from "zod";
import { looksLikeEmail } from "~/domain/identity/email";
import { THEMES } from "./initiative";

/** Longest texts, in UTF-16 units as browsers count them. */
export const LIMITS = {
  title: 120,
  problem: 2000,
  proposal: 3000,
  beneficiaries: 1000,
  placeNote: 200,
  name: 100,
  email: 254,
  coAuthors: 5,
  photos: 5,
  photoDescription: 200,
  note: 1000,
} as const;

/** Signs that are not seen: in a name they could make two people look the same. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;

const words = (maximum: number) => z.string().trim().max(maximum);
const told = (maximum: number, empty: string) => words(maximum).min(1, empty);
const seen = z.coerce.number().int().min(1).max(1_000_000);

export const personName = told(LIMITS.name, "initiatives.error.nameEmpty")
  .refine((name) => !UNSEEN.test(name), "initiatives.error.nameUnseen")
  .refine((name) => !name.includes("\n"), "initiatives.error.nameLines");
const email = z
  .string()
  .trim()
  .min(1, "initiatives.error.emailEmpty")
  .refine(looksLikeEmail, "initiatives.error.emailShape");
export const title = told(LIMITS.title, "initiatives.error.titleEmpty").refine(
  (text) => !text.includes("\n"),
  "initiatives.error.titleLines",
);
export const texts = {
  problem: told(LIMITS.problem, "initiatives.error.problemEmpty"),
  proposal: told(LIMITS.proposal, "initiatives.error.proposalEmpty"),
  beneficiaries: told(LIMITS.beneficiaries, "initiatives.error.beneficiariesEmpty"),
};

export const titleForm = z.strictObject({
  version: seen,
  title,
  theme: z.enum(THEMES, "initiatives.error.themeEmpty"),
});

export const similarForm = z.strictObject({ version: seen });

export const textForm = z.strictObject({ version: seen, ...texts });

/** The sum stays text here: `parseCostGuess` reads it. */
export const costForm = z.strictObject({ version: seen, costGuess: z.string().max(60) });

const addresses = z
  .string()
  .max(LIMITS.coAuthors * (LIMITS.email + 2))
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .refine((list) => list.length <= LIMITS.coAuthors, "initiatives.error.coAuthorsMany")
  .refine((list) => list.every(looksLikeEmail), "initiatives.error.coAuthorsShape");

export const contactForm = z.strictObject({
  version: seen,
  authorName: personName,
  email,
  showName: z
    .enum(["yes"])
    .optional()
    .transform((answer) => answer === "yes"),
  coAuthors: addresses,
  consent: z.literal("yes", "initiatives.error.consentMissing").transform(() => true as const),
});

export const resumeLinkForm = z.strictObject({ email });

export const photoForm = z.strictObject({
  description: told(LIMITS.photoDescription, "initiatives.error.photoDescriptionEmpty"),
});
