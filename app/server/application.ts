import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { isDatabaseBusy } from "~/platform/connection-pool.server";
import { log } from "~/platform/log.server";
import { areaRoutes } from "./area-routes";
import { clientAddressReader } from "./client-address";
import { communityFinder } from "./communities";
import { directActions } from "./direct-actions";
import { health } from "./health";
import { PageCache } from "./page-cache";
import { answerPage, type PageServices } from "./pages";
import { plainAnswer } from "./plain-answer";
import { securityHeaders } from "./security-headers";
import type { StaticFiles } from "./static-files";

export type ApplicationSettings = {
  origin: string;
  secret: string;
  demo: boolean;
  embedded: boolean;
  trustedProxies: readonly string[];
};

export type ApplicationParts = {
  /** The Remix build, or a function that gives the newest one during development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  serveStatic: StaticFiles;
  /** Address of the enhancement script. */
  enhancement: string;
};

/** Requests answered at once; one more gets 503 and is told when to come back (SC-10, SC-11). */
const MAX_IN_FLIGHT = 400;

/** The HTTP server around the Remix build: it owns hosts, headers, forms, sessions, caches and the end. */
export function createApplication(parts: ApplicationParts, settings: ApplicationSettings): Server {
  const secure = settings.origin.startsWith("https:");
  const headers = Object.entries(securityHeaders(secure));
  const services: PageServices = {
    settings,
    handler: requestHandler(parts.build),
    enhancement: parts.enhancement,
    findCommunity: communityFinder(settings.origin),
    clientAddress: clientAddressReader(settings.trustedProxies),
    cache: new PageCache(),
  };
  let inFlight = 0;

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of headers) response.setHeader(name, value);
    const path = (message.url ?? "/").split("?", 1)[0] ?? "/";
    if (path === "/healthz") return await health(response);
    if (await parts.serveStatic(message, response, path)) return;
    if (inFlight >= MAX_IN_FLIGHT) return plainAnswer(response, 503, { "Retry-After": "5" });
    inFlight += 1;
    try {
      await answerPage(services, message, response);
    } finally {
      inFlight -= 1;
    }
  }

  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      if (message.destroyed && !message.complete) return;
      if (isDatabaseBusy(error) && !response.headersSent)
        return plainAnswer(response, 503, { "Retry-After": "5" });
      log.error({ err: error }, "a request failed outside a page");
      if (response.headersSent) response.destroy();
      else plainAnswer(response, 500);
    });
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Remix with the routes of the asked area only; during development with all of them, as they change. */
function requestHandler(build: ApplicationParts["build"]): RequestHandler {
  if (typeof build === "function") return createRequestHandler(build, "production");
  const routesFor = areaRoutes(build.routes, "routes/language");
  const handlers = new Map<ServerBuild["routes"], RequestHandler>();
  const answerDirectly = directActions(build);
  return async (request, context) => {
    const direct = context && (await answerDirectly(request, context));
    if (direct) return direct;
    const routes = routesFor(new URL(request.url).pathname);
    const handler = handlers.get(routes) ?? createRequestHandler(buildOf(build, routes), "production");
    handlers.set(routes, handler);
    return handler(request, context);
  };
}

/** Rendering reads the routes from the manifest, so both must know the same ones. */
function buildOf(build: ServerBuild, routes: ServerBuild["routes"]): ServerBuild {
  const known = Object.entries(build.assets.routes).filter(([id]) => id in routes);
  return { ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(known) } };
}
