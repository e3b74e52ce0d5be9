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
export type RecordProblem = "quote-never-closed" | "record-too-long" | "nul-character" | "file-too-large";

export interface RecordLimits {
  /** Characters in one record: a quote that is never closed must not swallow the file. */
  readonly recordLength: number;
  /** Characters in the whole file. */
  readonly fileLength: number;
}

export const DEFAULT_LIMITS: RecordLimits = { recordLength: 1 << 20, fileLength: 1 << 28 };

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
    if (chunk.includes("\0")) return "nul-character";
    const text = this.pending === "" ? chunk : this.pending + chunk;
    const from = this.cut(text);
    this.pending = text.slice(from);
    return this.pending.length > this.limits.recordLength ? this.overlong() : null;
  }

  finish(): RecordProblem | null {
    if (this.pending === "") return null;
    if (quoteStaysOpen(this.pending)) return "quote-never-closed";
    this.emit(this.pending, "");
    return null;
  }

  /** Takes all complete records of `text`; returns where the unfinished rest begins. */
  private cut(text: string): number {
    let from = 0;
    for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) {
      const stop = feed > from && text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
      const record = text.slice(from, stop);
      if (record.includes('"') && quoteStaysOpen(record)) {
        if (record.length > this.limits.recordLength) break;
        continue;
      }
      this.emit(record, stop < feed ? "\r\n" : "\n");
      from = feed + 1;
    }
    return from;
  }

  private emit(text: string, end: string): void {
    const line = this.line;
    this.line += end === "" ? 0 : 1;
    if (text.includes("\n")) this.line += text.split("\n").length - 1;
    this.take({ text, end, line });
  }

  private overlong(): RecordProblem {
    return quoteStaysOpen(this.pending) ? "quote-never-closed" : "record-too-long";
  }
}

/** The fields of a record, unquoted. */
export function splitFields(record: string): string[] {
  if (!record.includes('"')) return record.split(";");
  const fields: string[] = [];
  let at = 0;
  do {
    const field = readField(record, at);
    fields.push(field.value);
    at = field.next + 1;
  } while (at <= record.length);
  return fields;
}

/** Whether the record ends inside a quoted field, so that the next line belongs to it. */
function quoteStaysOpen(record: string): boolean {
  for (let at = 0; at <= record.length; ) {
    const { next, open } = readField(record, at);
    if (open) return true;
    at = next + 1;
  }
  return false;
}

interface Field {
  readonly value: string;
  /** Index of the `;` after it, or the length of the record. */
  readonly next: number;
  readonly open: boolean;
}

function readField(record: string, from: number): Field {
  if (record.charCodeAt(from) !== 34) {
    const next = endOfField(record, from);
    return { value: record.slice(from, next), next, open: false };
  }
  let value = "";
  for (let at = from + 1; ; ) {
    const quote = record.indexOf('"', at);
    if (quote < 0) return { value: value + record.slice(at), next: record.length, open: true };
    value += record.slice(at, quote);
    if (record.charCodeAt(quote + 1) !== 34) {
      const next = endOfField(record, quote + 1);
      return { value: value + record.slice(quote + 1, next), next, open: false };
    }
    value += '"';
    at = quote + 2;
  }
}

function endOfField(record: string, from: number): number {
  const next = record.indexOf(";", from);
  return next < 0 ? record.length : next;
}
