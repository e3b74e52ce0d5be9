import { startEmbedded } from "~/platform/embedded/start.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { type Environment, installationSecret } from "~/platform/env.server";
import type { ApplicationSettings } from "./application";
import { migrate } from "~/platform/migrate.server";

export type Installation = { close(): Promise<void> };

/** Opens the database of this install (a server, else the embedded one), brought to the newest schema. */
export async function openInstallation(environment: Environment): Promise<Installation> {
  const embedded = environment.databaseUrl ? null : await startEmbedded(environment.dataFolder);
  const url = environment.databaseUrl ?? embedded?.url ?? "";
  await migrate(url);
  openDatabase(url, { max: 20, applicationName: "openward" });
  return {
    async close() {
      await closeDatabase();
      await embedded?.stop();
    },
  };
}

export function applicationSettings(environment: Environment): ApplicationSettings {
  const { origin, demo, trustedProxies } = environment;
  return { origin, demo, trustedProxies, secret: installationSecret(environment) };
}
