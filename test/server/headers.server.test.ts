import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCommunity } from "../factories/server";
import { startApplication, Visitor } from "../harness/application";

let running: Awaited<ReturnType<typeof startApplication>>;
let visitor: Visitor;

beforeAll(async () => {
  await plantCommunity("first");
  await plantCommunity("second");
  running = await startApplication();
  visitor = new Visitor(running.origin);
});
afterAll(() => running.close());

describe("headers of every answer", () => {
  it.each(["/uk", "/uk/nothing-here", "/healthz", "/favicon.svg"])(
    "S-48 %s carries the strict policy",
    async (path) => {
      const policy = (await visitor.get(path)).headers.get("Content-Security-Policy") ?? "";
      for (const part of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).not.toContain("unsafe");
    },
  );

  it("S-49 nosniff, referrer policy and opener policy are set", async () => {
    const { headers } = await visitor.get("/uk");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
  });

  it("S-51 no page opens itself to other origins", async () => {
    const { headers } = await visitor.get("/uk", { Origin: "https://other.example" });
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });

  it("S-52 pages name no foreign address and no inline script or style", async () => {
    const html = await (await visitor.get("/uk")).text();
    const addresses = [...html.matchAll(/(?:src|href)="(https?:[^"]*|\/\/[^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses.filter((address) => !address?.startsWith(running.origin))).toEqual([]);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*application\/ld\+json)/);
    expect(html).not.toMatch(/\sstyle="/);
  });

  it("S-57 an unknown page tells nothing internal and is not cached", async () => {
    const answer = await visitor.get("/uk/nothing-here");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await answer.text()).not.toMatch(/Error:|at .*\.js|node_modules/);
  });
});

describe("the page cache", () => {
  it("SC-7 an anonymous page sets no cookie, is cacheable and answers 304 to a known version", async () => {
    const first = await new Visitor(running.origin).get("/uk");
    expect(first.headers.getSetCookie()).toEqual([]);
    expect(first.headers.get("Cache-Control")).toMatch(/^public, max-age=\d+/);
    const etag = first.headers.get("ETag") ?? "";
    const again = await new Visitor(running.origin).get("/uk", { "If-None-Match": etag });
    expect(again.status).toBe(304);
    expect(again.headers.get("Content-Security-Policy")).toBeNull();
  });

  it("S-5 a page of one community is never served for another", async () => {
    const { port } = new URL(running.origin);
    const second = new Visitor(running.origin, `second.localhost:${port}`);
    expect(await (await visitor.get("/uk")).text()).toContain("Громада first");
    expect(await (await second.get("/uk")).text()).toContain("Громада second");
  });
});
