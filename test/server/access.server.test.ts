import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Audience } from "~/domain/identity/allow.server";
import siteMap from "~/routes";
import { plantCommunity } from "../factories/server";
import { startApplication, Visitor } from "../harness/application";

type Access = Record<string, { loader?: Audience; action?: Audience }>;

const listed = JSON.parse(readFileSync(join(import.meta.dirname, "..", "access.json"), "utf8")) as Access;
const { routes } = (await import(
  pathToFileURL(join(process.cwd(), "build", "server", "server-build.js")).href
)) as ServerBuild;

/** An address of the route with every parameter filled by something that does not exist. */
function addressOf(id: string): string {
  const route = routes[id];
  const own = (route?.path ?? "")
    .replaceAll(":locale", "uk")
    .replace(/:[A-Za-z]+\??/g, "nothing")
    .replace("*", "nothing");
  const parent = route?.parentId && route.parentId !== "root" ? addressOf(route.parentId) : "";
  return `${parent}/${own}`.replace(/\/+$/, "").replace(/^\/\//, "/") || "/";
}

/** The list names files; a file that answers on two addresses has two route ids. */
function fileIds(entries: RouteConfigEntry[]): [string, string][] {
  return entries.flatMap(({ id, file, children = [] }): [string, string][] => {
    const plain = file.replace(/\.tsx?$/, "");
    return [[id ?? plain, plain], ...fileIds(children)];
  });
}
const fileOf = new Map(fileIds((await siteMap) as RouteConfigEntry[]));

const actual = Object.fromEntries(
  Object.entries(routes).map(([id, route]) => {
    const audienceOf = (entry: unknown) => (entry as { audience?: Audience } | undefined)?.audience;
    const { loader, action } = route?.module ?? {};
    return [
      fileOf.get(id) ?? id,
      {
        ...(loader ? { loader: audienceOf(loader) ?? "unguarded" } : {}),
        ...(action ? { action: audienceOf(action) ?? "unguarded" } : {}),
      },
    ];
  }),
);

describe("who may call what", () => {
  it("S-1 every loader and action of every route stands on the list, and nothing else does", () => {
    expect(actual).toEqual(listed);
  });
});

describe("a guest at a guarded route", () => {
  let running: Awaited<ReturnType<typeof startApplication>>;
  beforeAll(async () => {
    await plantCommunity("first");
    running = await startApplication();
  });
  afterAll(() => running.close());

  const audience = (id: string) => actual[fileOf.get(id) ?? id];
  const ids = Object.keys(routes);
  const guarded = ids.filter((id) => (audience(id)?.loader ?? "anyone") !== "anyone");
  it.each(guarded)("S-1 %s leads a guest to sign in", async (id) => {
    const answer = await new Visitor(running.origin).get(addressOf(id));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/^\/uk\/sign-in\?next=/);
  });

  const acting = ids.filter((id) => audience(id)?.action);
  it.each(acting)("C-1 C-4 %s does nothing without the token of this visit", async (id) => {
    const visitor = new Visitor(running.origin);
    const answer = await visitor.postWith(addressOf(id), {}, "no token");
    expect([302, 403, 404, 405]).toContain(answer.status);
    expect(answer.headers.get("Set-Cookie") ?? "").not.toMatch(/session|scheme/);
  });
});
