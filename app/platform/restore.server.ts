import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type postgres from "postgres";
import { connect } from "./connection.server";
import { migrate } from "./migrate.server";
import { tablesByReference } from "./table-order.server";

/** A dump that cannot be read back here. The message is a sentence for the person at the terminal. */
export class RestoreError extends Error {
  override name = "RestoreError";
}

/**
 * Fills an empty database from a file of `writeDump`, all or nothing: brings it to the migrations of the dump,
 * copies the rows, then applies the migrations that came after.
 * @throws {RestoreError} when the database holds rows already or the file is no complete dump
 */
export async function restoreDump(url: string, file: string, migrations?: string): Promise<void> {
  const hashes = await readHashes(file);
  const client = connect(url, { statementTimeout: 0, applicationName: "openward restore" });
  try {
    await requireNoRows(client);
    await migrate(url, migrations, hashes);
    await client.begin(async (tx) => {
      for (const { name } of (await tablesByReference(tx)).reverse()) await tx`delete from ${tx(name)}`;
      await copyIn(tx, file);
    });
  } finally {
    await client.end({ timeout: 5 });
  }
  await migrate(url, migrations);
}

async function readHashes(file: string): Promise<string[]> {
  const hashes: string[] = [];
  let isDump = false;
  for await (const line of linesOf(file)) {
    isDump ||= line === "-- openward dump 1";
    const hash = /^-- migration ([0-9a-f]{64})$/.exec(line)?.[1];
    if (hash) hashes.push(hash);
    if (!isDump || !line.startsWith("--")) break;
  }
  if (!isDump || hashes.length === 0) throw new RestoreError(`${file} is not a dump of Openward.`);
  return hashes;
}

async function requireNoRows(client: postgres.Sql): Promise<void> {
  for (const { name } of await tablesByReference(client)) {
    const [row] = await client`select 1 from ${client(name)} limit 1`;
    if (row)
      throw new RestoreError(
        `The database already holds rows (in ${name}): a dump is restored into an empty one.`,
      );
  }
}

async function copyIn(tx: postgres.TransactionSql, file: string): Promise<void> {
  const lines = linesOf(file);
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.startsWith("--")) continue;
    if (!/^copy public\."[a-z_]+" \([a-z_0-9", ]+\) from stdin;$/.test(next.value)) {
      throw new RestoreError(`${file} is not a dump of Openward: ${next.value.slice(0, 60)}`);
    }
    await pipeline(rowsOf(lines, file), await tx.unsafe(next.value.slice(0, -1)).writable());
  }
}

async function* rowsOf(lines: AsyncGenerator<string>, file: string): AsyncGenerator<string> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value === "\\.") return;
    yield `${next.value}\n`;
  }
  throw new RestoreError(`${file} ends in the middle of a table.`);
}

/** Lines end at line feeds only: COPY leaves other separators, such as U+2028, as they are. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createReadStream(file).pipe(createGunzip()).setEncoding("utf8");
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}
