/** Crockford's base 32: no I, L, O and U, so a code survives being read aloud. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RECEIPT_CHARACTERS = 20;

/** The first 100 bits of a hash as 20 characters (B-4). */
export function receiptFrom(hash: Uint8Array): string {
  let code = "";
  let bits = 0;
  let held = 0;
  for (const byte of hash) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && code.length < RECEIPT_CHARACTERS) {
      bits -= 5;
      code += ALPHABET[(held >> bits) & 31];
    }
  }
  return code;
}

/** In groups of five, as it is printed. */
export function groupedReceipt(code: string): string {
  return code.replace(/(.{5})(?=.)/g, "$1-");
}

/** What somebody typed from paper: look-alikes and separators are forgiven; null when it cannot be a code. */
export function readReceipt(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s–—‑-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === RECEIPT_CHARACTERS && [...code].every((letter) => ALPHABET.includes(letter))
    ? code
    : null;
}
