import { once } from "node:events";
import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import { EmbeddedError } from "~/platform/embedded/platform.server";
import { EnvironmentError, readEnvironment } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { MigrationError } from "~/platform/migrate.server";
import { createApplication } from "./application";
import { applicationSettings, openInstallation } from "./installation";
import { loadStaticFiles } from "./static-files";

/** Starts database, worker and web server in this order; stops them in the reverse one (F-33). */
async function start(): Promise<void> {
  const environment = readEnvironment();
  const installation = await openInstallation(environment);
  const serveStatic = await loadStaticFiles(join(process.cwd(), "build", "client"));
  const server = createApplication(
    { build: build as ServerBuild, serveStatic, enhancement: build.assets.entry.module },
    applicationSettings(environment),
  );
  server.listen(environment.port);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error)),
  ]);
  console.log(`Openward is open at ${environment.origin}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 28_000).unref();
    server.close();
    server.closeIdleConnections();
    await once(server, "close");
    await installation.close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

start().catch((error: unknown) => {
  if (isSentence(error)) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    console.error("The port is taken by another program: set PORT to a free one.");
  } else log.error({ err: error }, "the start failed");
  process.exit(1);
});

/** Errors written for the person at the terminal. */
function isSentence(error: unknown): error is Error {
  return (
    error instanceof EnvironmentError || error instanceof EmbeddedError || error instanceof MigrationError
  );
}
