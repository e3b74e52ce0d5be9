import type { Command } from "commander";
import { readEnvironment } from "~/platform/env.server";
import { restoreDump } from "~/platform/restore.server";

/** `openward restore FILE`: the way from the embedded database to a server (EM-5). */
export function register(program: Command): void {
  program
    .command("restore")
    .description("Loads a dump into the empty database that DATABASE_URL names.")
    .argument("<file>", "a file written by openward dump, or one of the hourly dumps")
    .action(async (file: string) => {
      const { databaseUrl } = readEnvironment();
      if (!databaseUrl)
        throw new Error("DATABASE_URL must name the empty database that the dump is loaded into.");
      await restoreDump(databaseUrl, file);
      console.log("The database is restored.");
    });
}
