import type { ChosenList } from "./ballot";

/** First byte of every ballot; another layout gets another number. */
const LAYOUT = 1;
const ID_BYTES = 16;

/** The list as it stands on the voter's ballot: how many marks it can hold at most. */
export type ListRoom = { envelopeId: string; marks: number };

/**
 * The plain ballot before it is sealed: layout, number of lists, then for each list its envelope, the number of
 * marks and the marked projects; zeros to the end. Every ballot of the same lists has the same length (B-3).
 */
export function encodeBallot(lists: readonly ChosenList[], rooms: readonly ListRoom[]): Uint8Array {
  const size = rooms.reduce((sum, { marks }) => sum + ID_BYTES + 2 + marks * ID_BYTES, 2);
  const bytes = new Uint8Array(size);
  bytes.set([LAYOUT, lists.length]);
  let at = 2;
  for (const { envelopeId, choices } of lists) {
    bytes.set(idBytes(envelopeId), at);
    bytes.set([choices.length >> 8, choices.length & 0xff], at + ID_BYTES);
    at += ID_BYTES + 2;
    for (const choice of choices) {
      bytes.set(idBytes(choice), at);
      at += ID_BYTES;
    }
  }
  return bytes;
}

/** The lists of an opened ballot, or null when the bytes are not one. */
export function decodeBallot(bytes: Uint8Array): ChosenList[] | null {
  if (bytes[0] !== LAYOUT) return null;
  const lists: ChosenList[] = [];
  let at = 2;
  for (let list = 0; list < (bytes[1] ?? 0); list += 1) {
    const marks = ((bytes[at + ID_BYTES] ?? 0) << 8) | (bytes[at + ID_BYTES + 1] ?? 0);
    const first = at + ID_BYTES + 2;
    const end = first + marks * ID_BYTES;
    if (end > bytes.length) return null;
    const choices = Array.from({ length: marks }, (_, mark) => idText(bytes, first + mark * ID_BYTES));
    lists.push({ envelopeId: idText(bytes, at), choices });
    at = end;
  }
  return bytes.subarray(at).every((byte) => byte === 0) ? lists : null;
}

function idBytes(id: string): Uint8Array {
  const hex = id.replaceAll("-", "");
  return Uint8Array.from({ length: ID_BYTES }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

function idText(bytes: Uint8Array, at: number): string {
  const hex = Array.from(bytes.subarray(at, at + ID_BYTES), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
