import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { causes } from "~/domain/results/import-refusal-sentence";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { translator } from "~/i18n/translate";
import { CliError } from "./cli-error";
import { ReadingProgress } from "./reading-progress";

/** Exit code of a file that is missing, no `.pb` file, or broken. */
export const UNREADABLE = 3;

/**
 * Reads a `.pb` or `.pb.gz` file piece by piece, so that memory does not grow with its size.
 * @throws {CliError} with exit code 3 and one sentence that names the file, the line and the cause
 */
export async function readBallots(file: string): Promise<PabulibElection> {
  const reader = new PabulibReader();
  try {
    await feed(reader, file);
  } catch (error) {
    throw new CliError(UNREADABLE, `${file}: ${failure(error)}`);
  }
  const read = reader.finish();
  if (read.ok) return read.value;
  const { cause, line, column, value } = read.problem;
  const said = translator("en")(causes[cause], { value });
  throw new CliError(UNREADABLE, `${file}, line ${line}${column ? `, “${column}”` : ""}: ${said}.`);
}

async function feed(reader: PabulibReader, file: string): Promise<void> {
  const progress = new ReadingProgress(process.stderr, file, (await stat(file)).size);
  const source = createReadStream(file);
  try {
    for await (const piece of bytesOf(source, file)) {
      reader.pushBytes(piece as Uint8Array);
      if (reader.failed) return;
      progress.reached(source.bytesRead);
    }
  } finally {
    progress.done();
  }
}

function bytesOf(source: ReadStream, file: string): Readable {
  if (!file.endsWith(".gz")) return source;
  const plain = createGunzip();
  source.on("error", (error) => plain.destroy(error));
  return source.pipe(plain);
}

function failure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOENT") return "there is no such file.";
  if (code === "EISDIR") return "this is a folder, not a file.";
  if (code.startsWith("Z_") || code === "ERR_BUFFER_OUT_OF_BOUNDS") return "the compressed file is broken.";
  return `the file cannot be read (${code || "unknown cause"}).`;
}
