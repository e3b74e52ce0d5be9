import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { encode } from "./compression";

/** A Web `Request` for the Remix handler. The body was read and checked before, so none is passed on. */
export function toWebRequest(message: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, value);
  }
  headers.delete("content-length");
  headers.delete("content-type");
  return new Request(new URL(message.url ?? "/", origin), {
    method: message.method ?? "GET",
    headers,
    signal,
  });
}

/** Sends the answer, its text compressed where the browser takes it. */
export async function sendWebResponse(
  message: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (!answer.body || message.method === "HEAD") {
    response.end();
    return;
  }
  if (/^(text\/|application\/json)/.test(answer.headers.get("Content-Type") ?? "")) {
    const { body, encoding } = await encode(
      Buffer.from(await answer.arrayBuffer()),
      message.headers["accept-encoding"],
    );
    response.setHeader("Vary", "Accept-Encoding, Cookie");
    if (encoding) response.setHeader("Content-Encoding", encoding);
    response.setHeader("Content-Length", body.length);
    response.end(body);
    return;
  }
  await pipeline(Readable.fromWeb(answer.body as import("node:stream/web").ReadableStream), response);
}
