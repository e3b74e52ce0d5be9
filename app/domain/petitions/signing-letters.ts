import type { LetterText, Sender } from "~/domain/identity/letters";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";

/** The letters of signing. `first` goes to first signatories, before a moderator has read the text. */
export type SigningLetter = "confirm" | "first" | "already" | "digest";

type About = { number: number; title: string; token: string };

/**
 * None repeats what was typed into the form: anybody can type another's address, and the letter must not carry a
 * stranger's words there. For the same reason the title stands in it only once a moderator has read it.
 */
export function signingLetter(
  kind: SigningLetter,
  { community, origin }: Sender,
  language: Locale,
  { number, title, token }: About,
): LetterText {
  const t = translator(language);
  const name = localText(community.name, language).text;
  const link = `${origin}/${language}/petitions/confirm/${token}${kind === "digest" ? "/all" : ""}`;
  const values = { community: name, number, title, link };
  return {
    subject: t(`signing.letter.${kind}.subject`, values),
    body: `${t(`signing.letter.${kind}.body`, values)}\n\n-- \n${name}\n${origin}/${language}\n`,
  };
}
