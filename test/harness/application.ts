import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Application from "~/server/application";
import type * as StaticFiles from "~/server/static-files";

type Running = { origin: string; close(): Promise<void> };

const built = (name: string) => pathToFileURL(join(process.cwd(), "build", "server", name)).href;

/** The built server on a free port, on the database of this test file (`npm run build` comes before). */
export async function startApplication(
  settings: { demo?: boolean; embedded?: boolean; trustedProxies?: string[] } = {},
): Promise<Running> {
  const { createApplication } = (await import(built("application.js"))) as typeof Application;
  const { loadStaticFiles } = (await import(built("static-files.js"))) as typeof StaticFiles;
  const build = await import(built("server-build.js"));
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const origin = `http://localhost:${port}`;
  const server = createApplication(
    {
      build,
      serveStatic: await loadStaticFiles(join(process.cwd(), "build", "client")),
      enhancement: build.assets.entry.module,
    },
    {
      origin,
      secret: "a secret of at least 32 characters",
      demo: false,
      embedded: false,
      trustedProxies: [],
      ...settings,
    },
  );
  server.listen(port);
  await once(server, "listening");
  return {
    origin,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => undefined);
    },
  };
}

/** A browser without scripts: keeps cookies, follows no redirect, sends forms with the token of a page. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(
    readonly origin: string,
    private readonly host = new URL(origin).host,
  ) {}

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.send(path, { headers });
  }

  /** Opens `formPath`, takes its form token and posts the fields to `path`. */
  async post(path: string, fields: Record<string, string | string[]>, formPath = path): Promise<Response> {
    return await this.postWith(path, fields, await this.formToken(formPath));
  }

  async postWith(path: string, fields: Record<string, string | string[]>, token: string): Promise<Response> {
    const body = new URLSearchParams({ formToken: token });
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    const headers = {
      Origin: `http://${this.host}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    };
    return await this.send(path, { method: "POST", body: body.toString(), headers });
  }

  async formToken(path: string): Promise<string> {
    const html = await (await this.get(path)).text();
    return /name="formToken" value="([^"]*)"/.exec(html)?.[1] ?? "";
  }

  async send(path: string, { method = "GET", headers = {}, body }: Sent): Promise<Response> {
    const response = await exchange(this.origin, path, {
      method,
      body,
      headers: { Host: this.host, Cookie: this.cookies, ...headers },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      const at = pair.indexOf("=");
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

export type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | undefined;
};

/** One request with exactly these headers, `Host` included, which `fetch` would not let a test set. */
async function exchange(origin: string, path: string, { method, headers, body }: Sent): Promise<Response> {
  const { port } = new URL(origin);
  const outgoing = request({ host: "127.0.0.1", port, path, method, headers, agent: false });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const answered = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    answered.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "");
  }
  const status = incoming.statusCode ?? 0;
  const empty = status === 204 || status === 304 || method === "HEAD";
  return new Response(empty ? null : Buffer.concat(chunks), { status, headers: answered });
}
