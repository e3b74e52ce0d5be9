const FEED = 10;

/**
 * Text out of UTF-8 bytes that arrive in pieces cut anywhere. Where bytes are no UTF-8, the whole lines before
 * them are still given, so that the fault can be named by its line.
 */
export class Utf8Pieces {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The first bytes of a character whose others are still to come. */
  private rest = new Uint8Array();

  /** `last` tells that nothing follows, so that a character cut short is a fault. */
  next(bytes: Uint8Array, last: boolean): { text: string; ok: boolean } {
    const all = this.rest.length === 0 ? bytes : joined(this.rest, bytes);
    const end = last ? all.length : wholeCharacters(all);
    this.rest = all.slice(end);
    const text = this.decode(all.subarray(0, end));
    return text === null ? { text: this.linesBefore(all), ok: false } : { text, ok: true };
  }

  private decode(bytes: Uint8Array): string | null {
    try {
      return this.decoder.decode(bytes);
    } catch {
      return null;
    }
  }

  /** A line feed is never part of another character, so lines can be tried one by one. O(bytes). */
  private linesBefore(bytes: Uint8Array): string {
    let text = "";
    for (let from = 0; ; ) {
      const feed = bytes.indexOf(FEED, from);
      const line = feed < 0 ? null : this.decode(bytes.subarray(from, feed + 1));
      if (line === null) return text;
      text += line;
      from = feed + 1;
    }
  }
}

function joined(one: Uint8Array, two: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + two.length);
  both.set(one);
  both.set(two, one.length);
  return both;
}

/** Where the last character begins that is not all there; the length when all are. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
