import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type postgres from "postgres";
import { connect } from "./connection.server";
import { appliedMigrations } from "./migrate.server";
import { tablesByReference } from "./table-order.server";

/**
 * Writes all rows of one moment into a gzipped file of COPY commands, tables before those that refer to them.
 * `restoreDump` reads it back, and so does psql, into a database with the migrations the file names at its head.
 * The file appears only when complete and is readable by its owner alone: it holds everything the database does.
 */
export async function writeDump(url: string, file: string): Promise<void> {
  const client = connect(url, { statementTimeout: 0, applicationName: "openward dump" });
  const draft = `${file}.partial`;
  try {
    await client.begin("isolation level repeatable read read only", (tx) =>
      pipeline(
        Readable.from(dumpOf(tx)),
        createGzip(),
        createWriteStream(draft, { mode: 0o600, flags: "wx" }),
      ),
    );
    const handle = await open(draft, "r");
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    // A draft that was there before belongs to another process.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function* dumpOf(tx: postgres.TransactionSql): AsyncGenerator<string | Buffer> {
  yield "-- openward dump 1\n";
  for (const hash of await appliedMigrations(tx)) yield `-- migration ${hash}\n`;
  for (const { name, columns } of await tablesByReference(tx)) {
    const target = `public."${name}" (${columns.map((column) => `"${column}"`).join(", ")})`;
    yield `copy ${target} from stdin;\n`;
    yield* await tx.unsafe(`copy ${target} to stdout`).readable();
    yield "\\.\n";
  }
}
