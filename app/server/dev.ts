import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "vite";
import { readEnvironment } from "~/platform/env.server";
import type * as Application from "./application";
import type * as Installation from "./installation";

/** `npm run dev`: the same server with pages rebuilt on every request. */
const environment = readEnvironment();
const vite = await createServer({
  configFile: "remix.config.js",
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: "custom",
});
const { createApplication } = (await vite.ssrLoadModule("/app/server/application.ts")) as typeof Application;
const { applicationSettings, openInstallation } = (await vite.ssrLoadModule(
  "/app/server/installation.ts",
)) as typeof Installation;
const installation = await openInstallation(environment);
const loadBuild = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<never>;
const server = createApplication(
  {
    build: loadBuild,
    enhancement: "/app/entry.client.tsx",
    serveStatic: (message: IncomingMessage, response: ServerResponse) =>
      new Promise((resolve) => {
        response.once("finish", () => resolve(true));
        vite.middlewares(message, response, () => resolve(false));
      }),
  },
  applicationSettings(environment),
);
server.listen(environment.port, () => console.log(`Openward is open at ${environment.origin}`));

const stop = async () => {
  server.close();
  server.closeAllConnections();
  await installation.close();
  await vite.close();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
