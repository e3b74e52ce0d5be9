import { startWorker } from "~/jobs/worker.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { keepDumps } from "~/platform/embedded/kept-dumps.server";
import { startEmbedded } from "~/platform/embedded/start.server";
import { type Environment, EnvironmentError, installationSecret } from "~/platform/env.server";
import type { MailSettings } from "~/platform/mailer.server";
import { migrate } from "~/platform/migrate.server";
import { seedDemo } from "~db/seed/demo.server";
import type { ApplicationSettings } from "./application";

export type Installation = { close(): Promise<void> };

/**
 * Opens the database of this install (a server, else the embedded one), brought to the newest schema, fills
 * the demonstration on its first start, and sets the worker to its jobs and letters.
 */
export async function openInstallation(environment: Environment): Promise<Installation> {
  const database = await openData(environment);
  if (environment.demo) await seedDemo();
  const worker = startWorker({ mail: mailSettings(environment) });
  const dumps = database.embeddedUrl ? keepDumps(database.embeddedUrl, environment.dataFolder) : null;
  return {
    async close() {
      await worker.stop();
      await dumps?.stop();
      await database.close();
    },
  };
}

/** The database alone: what a command of the terminal needs. */
export async function openData(
  environment: Environment,
): Promise<Installation & { embeddedUrl: string | undefined }> {
  const embedded = environment.databaseUrl ? null : await startEmbedded(environment.dataFolder);
  const url = environment.databaseUrl ?? embedded?.url ?? "";
  await migrate(url).catch((error: unknown) => {
    throw environment.databaseUrl && unreachable(error) ? new EnvironmentError(unreachable(error)) : error;
  });
  openDatabase(url, { max: 20, applicationName: "openward" });
  return {
    embeddedUrl: embedded?.url,
    async close() {
      await closeDatabase();
      await embedded?.stop();
    },
  };
}

export function applicationSettings(environment: Environment): ApplicationSettings {
  const { origin, demo, trustedProxies } = environment;
  return {
    origin,
    demo,
    trustedProxies,
    embedded: !environment.databaseUrl,
    secret: installationSecret(environment),
  };
}

function mailSettings({ smtpUrl, mailFrom, demo, origin }: Environment): MailSettings | null {
  if (smtpUrl)
    return { kind: "smtp", url: smtpUrl, from: mailFrom ?? `no-reply@${new URL(origin).hostname}` };
  return demo ? { kind: "mailbox" } : null;
}

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: "DATABASE_URL names a server that does not answer.",
  CONNECT_TIMEOUT: "DATABASE_URL names a server that does not answer in time.",
  ENOTFOUND: "DATABASE_URL names a host that is not known.",
  "28000": "DATABASE_URL names a user that the server does not let in.",
  "28P01": "DATABASE_URL holds a password that the server refuses.",
  "3D000": "DATABASE_URL names a database that the server does not have.",
};

function unreachable(error: unknown): string {
  return UNREACHABLE[String((error as { code?: string } | null)?.code)] ?? "";
}
