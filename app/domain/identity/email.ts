const SHAPE = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\/?#]+\.[^\s@<>"(),:;[\]\\/?#]{2,}$/u;

/** Whether a text may be a mail address. Only a letter that arrives proves that it is one. */
export function looksLikeEmail(text: string): boolean {
  return (
    text.length <= 254 && SHAPE.test(text) && asciiDomain(text.slice(text.lastIndexOf("@") + 1)) !== null
  );
}

/**
 * One form for all spellings that reach the same mailbox, so that a person has one account:
 * lower case, NFC, the tag after `+` dropped, dots of Gmail names dropped, the domain in ASCII.
 */
export function canonicalEmail(email: string): string {
  const text = email.trim().normalize("NFC").toLowerCase();
  const at = text.lastIndexOf("@");
  const given = text.slice(at + 1);
  const domain = asciiDomain(given) ?? given;
  const untagged = text.slice(0, at).replace(/(?<=.)\+.*$/u, "");
  const gmail = domain === "gmail.com" || domain === "googlemail.com";
  return gmail ? `${untagged.replaceAll(".", "")}@gmail.com` : `${untagged}@${domain}`;
}

function asciiDomain(domain: string): string | null {
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, "") : null;
}
