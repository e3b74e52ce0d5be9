import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../harness/server-process";
import { pageRate } from "./page-rate";

/** Start time of the built server and pages per second, beside what a bare HTTP server of this runtime gives. */
export async function benchServer(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "openward-bench-"));
  const port = await freePort();
  const first = await timeStart(folder, port);
  console.log(`first start, empty folder to ready (cluster, schema, demo): ${first.seconds.toFixed(2)} s`);
  await stop(first.child);
  const second = await timeStart(folder, port);
  console.log(`later start to ready: ${second.seconds.toFixed(2)} s`);
  const origin = `http://localhost:${port}`;
  try {
    const bare = await rate(await bareServer());
    console.log(`bare HTTP server, 10 kB body: ${bare.toFixed(0)}/s`);
    await report("cached home page", `${origin}/uk`, bare);
    await report("cached home page, known version (304)", `${origin}/uk`, bare, await etag(`${origin}/uk`));
    await report("uncached page (form, with token)", `${origin}/uk/sign-in`, bare);
    await report(
      "uncached list from the database",
      `${origin}/uk/initiatives?page=1`,
      bare,
      undefined,
      "__Host-session=x",
    );
  } finally {
    await stop(second.child);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function report(
  what: string,
  url: string,
  bare: number,
  known?: string,
  cookie?: string,
): Promise<void> {
  const perSecond = await rate(url, {
    ...(known ? { "If-None-Match": known } : {}),
    ...(cookie ? { Cookie: cookie } : {}),
  });
  console.log(`${what}: ${perSecond.toFixed(0)}/s (${((100 * perSecond) / bare).toFixed(0)} % of bare)`);
}

async function rate(url: string, headers: Record<string, string> = {}): Promise<number> {
  return (await pageRate(url, headers)).perSecond;
}

async function etag(url: string): Promise<string> {
  return (await fetch(url, { headers: { "Accept-Encoding": "br" } })).headers.get("ETag") ?? "";
}

async function bareServer(): Promise<string> {
  const body = Buffer.alloc(10_000, "a");
  const server = createServer((_, response) =>
    response.writeHead(200, { "Content-Length": body.length }).end(body),
  );
  server.listen(0).unref();
  await once(server, "listening");
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

async function timeStart(folder: string, port: number): Promise<{ child: ChildProcess; seconds: number }> {
  const begun = performance.now();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    OPENWARD_DATA: folder,
    OPENWARD_DEMO: "true",
  };
  const child = spawn("node", ["build/server/main.js"], { env, stdio: "ignore" });
  for (;;) {
    const ready = await fetch(`http://localhost:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { child, seconds: (performance.now() - begun) / 1000 };
    if (child.exitCode !== null) throw new Error("the server did not start: run npm run build first");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}
