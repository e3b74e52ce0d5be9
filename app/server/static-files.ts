import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { type Encoding, encodeKept } from "./compression";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

type StaticFile = {
  body: Buffer;
  type: string;
  etag: string;
  immutable: boolean;
  encoded: Map<Encoding, Promise<Buffer>>;
};

export type StaticFiles = (
  message: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<boolean>;

/** Reads the built client folder once; answers from memory, compressed once per encoding on first use. */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    const body = await readFile(path);
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    files.set(address, { body, type, etag, immutable: address.startsWith("/assets/"), encoded: new Map() });
  }
  return (message, response, path) => serve(files.get(path), message, response);
}

async function serve(file: StaticFile | undefined, message: IncomingMessage, response: ServerResponse) {
  if (!file || (message.method !== "GET" && message.method !== "HEAD")) return false;
  response.setHeader(
    "Cache-Control",
    file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
  );
  response.setHeader("ETag", file.etag);
  response.setHeader("Vary", "Accept-Encoding");
  if (message.headers["if-none-match"] === file.etag) {
    response.writeHead(304).end();
    return true;
  }
  const packed = file.type.startsWith("font/") || file.type === "image/png";
  const accepted = packed ? "" : message.headers["accept-encoding"];
  const { body, encoding } = await encodeKept(file.body, file.encoded, accepted, 11);
  response.setHeader("Content-Type", file.type);
  response.setHeader("Content-Length", body.length);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.writeHead(200).end(message.method === "HEAD" ? undefined : body);
  return true;
}
