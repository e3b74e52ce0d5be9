export type LetterPart = { text: string; href: string | null };

/**
 * Cuts a line of a letter into text and links. Only addresses of this very site become links: a letter may
 * hold words of strangers.
 */
export function splitLinks(line: string, origin: string): LetterPart[] {
  return line
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/)
    .filter((text) => text !== "")
    .map((text) => ({ text, href: isOurs(text, origin) ? text : null }));
}

function isOurs(text: string, origin: string): boolean {
  return URL.canParse(text) && new URL(text).origin === origin && /^https?:/.test(text);
}
