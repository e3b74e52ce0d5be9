import type { Community } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";

/** Who a letter speaks for: the community and the address its links begin with. */
export type Sender = { community: Community; origin: string };

export type LetterText = { subject: string; body: string };

type Kind = "confirm" | "alreadyMember" | "reset" | "passwordChanged";

/**
 * The letters of this area. None repeats what was typed into a form: anybody can type another's address, and
 * the letter must not carry a stranger's words there.
 */
function write(kind: Kind, { community, origin }: Sender, language: Locale, path: string): LetterText {
  const t = translator(language);
  const name = localText(community.name, language).text;
  const values = { community: name, link: `${origin}/${language}${path}` };
  return {
    subject: t(`identity.letter.${kind}.subject`, values),
    body: `${t(`identity.letter.${kind}.body`, values)}\n\n-- \n${name}\n${origin}/${language}\n`,
  };
}

export function confirmLetter(sender: Sender, language: Locale, token: string): LetterText {
  return write("confirm", sender, language, `/confirm/${token}`);
}

/** To someone who has an account already: the sign-up page must not tell that to whoever typed the address (S-21). */
export function alreadyMemberLetter(sender: Sender, language: Locale): LetterText {
  return write("alreadyMember", sender, language, "/reset");
}

export function resetLetter(sender: Sender, language: Locale, token: string): LetterText {
  return write("reset", sender, language, `/reset/${token}`);
}

/** Every change of a password is told to its owner (S-30). */
export function passwordChangedLetter(sender: Sender, language: Locale): LetterText {
  return write("passwordChanged", sender, language, "/reset");
}
