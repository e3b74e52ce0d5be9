import { z } from "zod";
import { looksLikeEmail } from "~/domain/identity/email";
import type { MessageKey } from "~/i18n/messages";
import { ADDRESSEES } from "./petition-draft";

/** Longest texts, in UTF-16 units as browsers count them. */
export const LIMITS = { title: 150, demand: 3000, grounds: 5000, name: 100, note: 1000 } as const;

/** Signs that are not seen: in a name they could make two people look the same. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;

const key = (message: MessageKey) => message;
const told = (maximum: number, empty: MessageKey) => z.string().trim().max(maximum).min(1, empty);
const seen = z.coerce.number().int().min(1).max(1_000_000);
const oneLine = (text: string) => !text.includes("\n");

const texts = {
  title: told(LIMITS.title, key("filing.error.titleEmpty")).refine(oneLine, key("filing.error.titleLines")),
  demand: told(LIMITS.demand, key("filing.error.demandEmpty")),
  grounds: told(LIMITS.grounds, key("filing.error.groundsEmpty")),
};
const { title, ...body } = texts;

export const titleForm = z.strictObject({ version: seen, title });

export const similarForm = z.strictObject({ version: seen });

export const textForm = z.strictObject({ version: seen, ...body });

export const placeForm = z
  .strictObject({
    version: seen,
    where: z.enum(["whole", "district"], key("filing.error.placeEmpty")),
    /** Code of the district. */
    district: z.string().max(60),
    addressee: z.enum(ADDRESSEES, key("filing.error.addresseeEmpty")),
  })
  .refine(({ where, district }) => where === "whole" || district !== "", {
    path: ["district"],
    message: key("filing.error.districtEmpty"),
  });

const email = z
  .string()
  .trim()
  .min(1, key("filing.error.emailEmpty"))
  .refine((text) => text === "" || looksLikeEmail(text), key("filing.error.emailShape"));

export const authorForm = z.strictObject({
  version: seen,
  authorName: told(LIMITS.name, key("filing.error.nameEmpty"))
    .refine((name) => !UNSEEN.test(name), key("filing.error.nameUnseen"))
    .refine(oneLine, key("filing.error.nameLines")),
  email,
  consent: z.literal("yes", key("filing.error.consentMissing")).transform(() => true as const),
});

export const resumeLinkForm = z.strictObject({ email });

export const withdrawForm = z.strictObject({ note: told(LIMITS.note, key("filing.error.reasonEmpty")) });

/** The new text after a return, with one sentence on what was changed. */
export const reworkForm = z.strictObject({
  ...texts,
  changeNote: told(LIMITS.note, key("filing.error.changeNoteEmpty")),
});
