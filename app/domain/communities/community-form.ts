import { z } from "zod";
import { locales } from "~/i18n/locales";
import { isPlainName } from "./plain-name";

const name = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .refine(
    (text) => text.length > 0 && isPlainName(text),
    "The name must be one line of 1 to 120 characters.",
  );

/** What a community is founded with. Messages are for the person at the terminal. */
export const communityForm = z
  .strictObject({
    slug: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,29}(?<!-)$/,
        "The slug must have 2 to 30 letters a to z, digits and hyphens, a letter first.",
      ),
    name: z.partialRecord(z.enum(locales), name),
    zone: z.string().refine(isZone, "The zone must be a name such as Europe/Kyiv."),
    currency: z.string().refine(isCurrency, "The currency must be a code such as UAH."),
    languages: z
      .array(z.enum(locales, `A language must be one of ${locales.join(", ")}.`))
      .min(1, "Name at least one language.")
      .refine((languages) => new Set(languages).size === languages.length, "A language is named twice."),
    host: z
      .string()
      .regex(
        /^(?=.{4,253}$)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/,
        "The host must be a name such as budget.example.org.",
      )
      .optional(),
  })
  .refine(({ name, languages }) => languages.every((language) => name[language]), {
    message: "The community needs a name in each of its languages.",
    path: ["name"],
  });

export type NewCommunity = z.output<typeof communityForm>;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone.includes("/") || zone === "UTC";
  } catch {
    return false;
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}
