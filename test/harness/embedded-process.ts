import { parseArgs } from "node:util";
import { connect } from "../../app/platform/connection.server";
import { startEmbedded } from "../../app/platform/embedded/start.server";

/**
 * A second process on a data folder, for tests that kill it: starts the database, says so, then does as told.
 * `--insert` writes rows and prints the number of each acknowledged one; without it the process waits for SIGTERM.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { insert: { type: "boolean" }, as: { type: "string" } },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

if (values.as && process.getuid?.() === 0) {
  process.setgid?.(Number(values.as));
  process.setuid?.(Number(values.as));
}
try {
  const { url, attached, stop } = await startEmbedded(positionals[0] ?? "");
  say(attached ? "attached" : "started");
  process.once("SIGTERM", () => void stop().then(() => process.exit(0)));
  if (values.insert) await insertForEver(url);
} catch (error) {
  say(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  process.exit(1);
}

async function insertForEver(url: string): Promise<never> {
  const client = connect(url);
  await client`create table if not exists kept (number int primary key)`;
  for (let number = 0; ; number += 1) {
    await client`insert into kept values (${number})`;
    say(String(number));
  }
}
