import type { Command } from "commander";
import { writeDump } from "~/platform/dump.server";
import { readEnvironment } from "~/platform/env.server";
import { openData } from "~/server/installation";

/** `openward dump FILE` */
export function register(program: Command): void {
  program
    .command("dump")
    .description("Writes the whole database into one compressed file.")
    .argument("<file>", "for example openward.sql.gz; must not exist")
    .action(async (file: string) => {
      const environment = readEnvironment();
      const data = await openData(environment);
      try {
        await writeDump(environment.databaseUrl ?? data.embeddedUrl ?? "", file);
      } finally {
        await data.close();
      }
      console.log(`The database is in ${file}.`);
    });
}
