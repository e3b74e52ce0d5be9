import type { LetterText, Sender } from "~/domain/identity/letters";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";

type About = { number: number; title: string; token: string };

/** Tells residents on a channel of their own what was signed for them, and how to take it back. */
export function assistedLetter(
  { community, origin }: Sender,
  language: Locale,
  { number, title, token }: About,
): LetterText {
  const t = translator(language);
  const name = localText(community.name, language).text;
  const values = { community: name, number, title, link: `${origin}/${language}/petitions/confirm/${token}` };
  return {
    subject: t("integrity.letter.subject", values),
    body: `${t("integrity.letter.body", values)}\n\n-- \n${name}\n${origin}/${language}\n`,
  };
}
