import { createHash } from "node:crypto";
import type { Encoding } from "./compression";

export type CachedPage = {
  status: number;
  headers: [string, string][];
  body: Buffer;
  etag: string;
  freshUntil: number;
  encoded: Map<Encoding, Promise<Buffer>>;
};

const MAX_PAGES = 2_000;
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Anonymous pages in memory, for as long as each allows by `Cache-Control: public, max-age=…` (SC-7).
 * The key holds everything a page may depend on: community, address, colour scheme.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  #bytes = 0;

  find(key: string, now: number): CachedPage | undefined {
    const page = this.#pages.get(key);
    if (page && page.freshUntil > now) return page;
    if (page) this.#drop(key, page);
    return undefined;
  }

  async keep(key: string, answer: Response, now: number): Promise<CachedPage> {
    const body = Buffer.from(await answer.arrayBuffer());
    const page: CachedPage = {
      status: answer.status,
      headers: [...answer.headers],
      body,
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      freshUntil: now + maxAge(answer) * 1000,
      encoded: new Map(),
    };
    const before = this.#pages.get(key);
    if (before) this.#drop(key, before);
    this.#pages.set(key, page);
    this.#bytes += body.length;
    for (const [oldest, old] of this.#pages) {
      if (this.#pages.size <= MAX_PAGES && this.#bytes <= MAX_BYTES) break;
      this.#drop(oldest, old);
    }
    return page;
  }

  #drop(key: string, page: CachedPage): void {
    this.#pages.delete(key);
    this.#bytes -= page.body.length;
  }
}

export function isCacheable(answer: Response): boolean {
  const control = answer.headers.get("Cache-Control") ?? "";
  return (
    answer.status === 200 &&
    control.startsWith("public") &&
    maxAge(answer) > 0 &&
    !answer.headers.has("Set-Cookie")
  );
}

function maxAge(answer: Response): number {
  return Number(/max-age=(\d+)/.exec(answer.headers.get("Cache-Control") ?? "")?.[1] ?? 0);
}
