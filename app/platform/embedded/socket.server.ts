import { createHash } from "node:crypto";
import { lstatSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedError } from "./platform.server";

const port = 5432;
/** Bytes a socket address may have; Linux takes 107, macOS 103. */
const longest = 103;

/**
 * The folder to name in a connection: the database directory, which holds the socket, or a short link to it
 * where the path of the socket would be too long for the operating system.
 */
export function socketFolder(pgdata: string): string {
  if (Buffer.byteLength(join(pgdata, `.s.PGSQL.${port}`)) <= longest) return pgdata;
  const hash = createHash("sha256").update(pgdata).digest("hex").slice(0, 16);
  const link = join(tmpdir(), `openward-${hash}`);
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (found && (!found.isSymbolicLink() || found.uid !== process.getuid?.())) {
    throw new EmbeddedError(
      `${link} belongs to somebody else: set OPENWARD_DATA to a folder with a shorter path.`,
    );
  }
  if (found && readlinkSync(link) === pgdata) return link;
  rmSync(link, { force: true });
  symlinkSync(pgdata, link);
  return link;
}

/** An address that `openDatabase`, and psql, understand. */
export function socketUrl(folder: string, database: string): string {
  return `postgres://postgres@localhost:${port}/${database}?host=${encodeURIComponent(folder)}`;
}
