import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCommunity } from "../factories/server";
import { startApplication, Visitor } from "../harness/application";

let running: Awaited<ReturnType<typeof startApplication>>;
let visitor: Visitor;
const form = "application/x-www-form-urlencoded";
const page = "/uk/display";

beforeAll(async () => {
  await plantCommunity("first");
  running = await startApplication();
  visitor = new Visitor(running.origin);
});
afterAll(() => running.close());

const origins: Record<string, () => string | undefined> = {
  right: () => running.origin,
  foreign: () => "https://evil.example",
  sibling: () => running.origin.replace("localhost", "other.localhost"),
  null: () => "null",
  malformed: () => "http//:localhost",
  missing: () => undefined,
};
const kinds: Record<string, string> = {
  document: page,
  ".data": "/uk/display.data",
  "?_data": "/uk/display?_data=routes%2Fidentity%2Fdisplay",
  "?_routes": "/uk/display?_routes=root",
};
const reversed = (text: string) => text.split("").reverse().join("");
const tokens = ["right", "wrong", "missing"] as const;

describe("C-5 request forgery, every kind × origin × token", () => {
  const cells = Object.keys(kinds).flatMap((kind) =>
    Object.keys(origins).flatMap((origin) => tokens.map((token) => ({ kind, origin, token }))),
  );
  it.each(cells)("C-5 $kind, $origin origin, $token token", async ({ kind, origin, token }) => {
    const mine = await visitor.formToken(page);
    const given = { right: { formToken: mine }, wrong: { formToken: reversed(mine) }, missing: {} }[token];
    const body = new URLSearchParams({ scheme: "dark", ...given });
    const header = origins[origin]?.();
    const answer = await visitor.send(kinds[kind] ?? "", {
      method: "POST",
      body: body.toString(),
      headers: { "Content-Type": form, ...(header ? { Origin: header } : {}) },
    });
    const allowed = [kind, origin, token].join() === "document,right,right";
    const refused = kind === "document" ? 403 : 404;
    expect(answer.status).toBe(allowed ? 302 : refused);
    expect((answer.headers.get("Set-Cookie") ?? "").includes("colour-scheme=dark")).toBe(allowed);
  });
});

describe("the guard before Remix", () => {
  it("C-1 refuses a same-site but not same-origin request, whatever its Origin says", async () => {
    const headers = { Origin: running.origin, "Sec-Fetch-Site": "same-site", "Content-Type": form };
    const answer = await visitor.send(page, { method: "POST", body: "scheme=dark", headers });
    expect(answer.status).toBe(403);
  });

  it("C-1 sends no form token on a cached page and allows forms to be sent from our own pages", async () => {
    const answer = await new Visitor(running.origin).get("/uk");
    expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(answer.headers.get("Cache-Control")).toMatch(/^public/);
    expect(await answer.text()).not.toContain("formToken");
  });

  it("C-1 the token of one visit is of no use in another", async () => {
    const stolen = await new Visitor(running.origin).formToken(page);
    const answer = await visitor.postWith(page, { scheme: "dark" }, stolen);
    expect(answer.status).toBe(403);
  });

  it("C-1 keeps what was typed when the token is old", async () => {
    const answer = await visitor.postWith(page, { scheme: "dark" }, "");
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('name="formToken"');
  });

  it("C-2 answers 404 to single-fetch and _data reads too", async () => {
    for (const path of ["/uk.data", "/uk?_data=root", "/uk?_routes=root"]) {
      expect((await visitor.get(path)).status).toBe(404);
    }
  });

  it("C-3 serves no page for a host that is nobody's, even when a proxy header names a known one", async () => {
    const answer = await visitor.get("/uk", {
      Host: "evil.example",
      "X-Forwarded-Host": new URL(running.origin).host,
    });
    expect(answer.status).toBe(421);
  });

  it("S-50 changes nothing by GET: a page that only acts answers 404 or 405 to it", async () => {
    const answer = await visitor.get("/uk/sign-out");
    expect([302, 404, 405]).toContain(answer.status);
    expect(answer.headers.get("Set-Cookie") ?? "").not.toContain("__Host-session=;");
  });
});
