/**
 * One record of a `.pb` file: usually a line, several where a quoted field holds line breaks.
 * `text` is the raw text without its line end, `end` that line end ("" at the end of the file),
 * `line` its first line, from 1.
 */
export interface PabulibRecord {
  readonly text: string;
  readonly end: string;
  readonly line: number;
}

/** What stops reading at the level of records. */
export type RecordProblem =
  | "quote-never-closed"
  | "record-too-long"
  | "nul-character"
  | "lone-carriage-return"
  | "file-too-large";

export interface RecordLimits {
  /** Characters in one record: a quote that is never closed must not swallow the file. */
  readonly recordLength: number;
  /** Characters in the whole file. */
  readonly fileLength: number;
}

export const DEFAULT_LIMITS: RecordLimits = { recordLength: 1 << 20, fileLength: 1 << 28 };

const QUOTE = 34;
const SEMICOLON = 59;
const FEED = 10;
const RETURN = 13;

/**
 * Cuts text that arrives in pieces into records; holds no more than one record at a time.
 * Only a `"` at the start of a field opens quoting, as in CSV.
 */
export class RecordSplitter {
  private pending = "";
  private line = 1;
  private length = 0;

  constructor(
    private readonly take: (record: PabulibRecord) => void,
    private readonly limits: RecordLimits = DEFAULT_LIMITS,
  ) {}

  /** The line the next record starts at. */
  get nextLine(): number {
    return this.line;
  }

  push(chunk: string): RecordProblem | null {
    this.length += chunk.length;
    if (this.length > this.limits.fileLength) return "file-too-large";
    const nul = chunk.indexOf("\0");
    if (nul >= 0) return this.stopAt(chunk.slice(0, nul));
    this.feed(chunk);
    return this.pending.length > this.limits.recordLength ? this.overlong() : null;
  }

  finish(): RecordProblem | null {
    if (this.pending === "") return null;
    if (quoteStaysOpen(this.pending)) return "quote-never-closed";
    const bare = this.pending.endsWith("\r") ? this.pending.slice(0, -1) : this.pending;
    this.emit(bare, this.pending.slice(bare.length));
    return null;
  }

  private feed(chunk: string): void {
    const text = this.pending === "" ? chunk : this.pending + chunk;
    const from = this.cut(text);
    this.pending = text.slice(from);
  }

  /** Takes what stands before a zero character, so that an earlier fault is told first and the line is right. */
  private stopAt(before: string): RecordProblem {
    this.feed(before);
    this.line += this.pending.split("\n").length - 1;
    return "nul-character";
  }

  /** Takes all complete records of `text`; returns where the unfinished rest begins. O(text). */
  private cut(text: string): number {
    let from = 0;
    let quote = -1;
    for (;;) {
      if (quote < from) quote = indexOr(text.indexOf('"', from), text.length);
      const line = text.indexOf("\n", from);
      const feed = line >= 0 && line < quote ? line : endOfQuotedRecord(text, from);
      if (feed < 0) return from;
      const stop = feed > from && text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed;
      this.emit(text.slice(from, stop), stop < feed ? "\r\n" : "\n");
      from = feed + 1;
    }
  }

  private emit(text: string, end: string): void {
    const line = this.line;
    this.line += end === "\n" || end === "\r\n" ? 1 : 0;
    for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) this.line += 1;
    this.take({ text, end, line });
  }

  private overlong(): RecordProblem {
    if (quoteStaysOpen(this.pending)) return "quote-never-closed";
    return strayReturn(this.pending) ? "lone-carriage-return" : "record-too-long";
  }
}

/** The fields of a record, unquoted. */
export function splitFields(record: string): string[] {
  if (!record.includes('"')) return record.split(";");
  const fields: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const { value, next } = readField(record, at);
    fields.push(value);
    at = next + 1;
  }
  return fields;
}

/** The fields of a record as they are written, quotes included; `join(";")` gives it back. */
export function splitRawFields(record: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const { next } = readField(record, at);
    fields.push(record.slice(at, next));
    at = next + 1;
  }
  return fields;
}

/** Whether a carriage return without a line feed stands outside quotes, as at line ends of old Macs. */
export function strayReturn(record: string): boolean {
  return record.includes("\r") && splitRawFields(record).some((raw) => raw[0] !== '"' && raw.includes("\r"));
}

/** Whether the text ends inside a quoted field. */
function quoteStaysOpen(record: string): boolean {
  for (let at = 0; at <= record.length; ) {
    const { next, open } = readField(record, at);
    if (open) return true;
    at = next + 1;
  }
  return false;
}

/** Index of the line feed that ends the record at `from`, past quoted ones; -1 if not there yet. */
function endOfQuotedRecord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) at = afterQuotes(text, at);
    if (at < 0) return -1;
    while (at < text.length && text.charCodeAt(at) !== SEMICOLON && text.charCodeAt(at) !== FEED) at += 1;
    if (text.charCodeAt(at) === FEED) return at;
    at += 1;
  }
  return -1;
}

/** Index after the closing quote of the field that opens at `from`; -1 if it never closes. */
function afterQuotes(text: string, from: number): number {
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    if (text.charCodeAt(quote + 1) !== QUOTE) return quote + 1;
    at = quote + 2;
  }
}

interface Field {
  readonly value: string;
  /** Index of the `;` after it, or the length of the record. */
  readonly next: number;
  readonly open: boolean;
}

function readField(record: string, from: number): Field {
  if (record.charCodeAt(from) !== QUOTE) {
    const next = indexOr(record.indexOf(";", from), record.length);
    return { value: record.slice(from, next), next, open: false };
  }
  const after = afterQuotes(record, from);
  if (after < 0) return { value: unquote(record.slice(from + 1)), next: record.length, open: true };
  const next = indexOr(record.indexOf(";", after), record.length);
  return { value: unquote(record.slice(from + 1, after - 1)) + record.slice(after, next), next, open: false };
}

function unquote(text: string): string {
  return text.replaceAll('""', '"');
}

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index;
}
