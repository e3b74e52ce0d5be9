import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { CliError } from "./cli-error";

const BAD_ARGUMENTS = 2;

/** What must be kept of each file; `stamp` changes when the file does. */
type Kept = { file: string; stamp: string };

/** Work already done, one JSON object a line, so that a run ended at any moment can go on. */
export class ReplayState<T extends Kept> {
  private readonly known = new Map<string, T>();

  /** @throws {CliError} when the file holds something else, which must not be written over */
  constructor(private readonly path: string) {
    const text = this.attempt(() => (existsSync(path) ? readFileSync(path, "utf8") : ""));
    if (text !== "" && !text.startsWith('{"file":'))
      throw new CliError(
        BAD_ARGUMENTS,
        `${path}: this file holds something else than the state of a replay.`,
      );
    for (const line of text.split("\n")) {
      const kept = parsed<T>(line);
      if (kept) this.known.set(kept.file, kept);
    }
    // A run that was killed may have left half a line.
    if (text !== "" && !text.endsWith("\n")) this.append("\n");
  }

  /** What was found for this file, unless it has changed since. */
  find(file: string, stamp: string): T | undefined {
    const kept = this.known.get(file);
    return kept?.stamp === stamp ? kept : undefined;
  }

  keep(entry: T): void {
    this.append(`${JSON.stringify(entry)}\n`);
  }

  private append(text: string): void {
    this.attempt(() => appendFileSync(this.path, text));
  }

  private attempt<R>(act: () => R): R {
    try {
      return act();
    } catch {
      throw new CliError(BAD_ARGUMENTS, `${this.path}: the state cannot be kept in this file.`);
    }
  }
}

function parsed<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
}
