import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCommunity } from "../../../test/factories/server";
import { startApplication, Visitor } from "../../../test/harness/application";

let running: Awaited<ReturnType<typeof startApplication>>;
beforeAll(async () => {
  await plantCommunity("first");
  running = await startApplication();
});
afterAll(() => running.close());

async function choose(visitor: Visitor, scheme: string, referer?: string): Promise<Response> {
  const token = await visitor.formToken("/uk/display");
  return await visitor.send("/uk/display", {
    method: "POST",
    body: new URLSearchParams({ formToken: token, scheme }).toString(),
    headers: {
      Origin: running.origin,
      "Content-Type": "application/x-www-form-urlencoded",
      ...(referer && { Referer: referer }),
    },
  });
}

describe("light and dark", () => {
  it("is kept in a cookie and drawn by the server from the first byte", async () => {
    const visitor = new Visitor(running.origin);
    const answer = await choose(visitor, "dark", `${running.origin}/uk/sign-in?next=%2Fuk%2Faccount`);
    expect(answer.headers.get("Location")).toBe("/uk/display");
    expect(answer.headers.getSetCookie().join()).toMatch(
      /colour-scheme=dark; Path=\/; Max-Age=\d+; SameSite=Lax/,
    );
    expect(await (await visitor.get("/uk/display")).text()).toContain('data-color-scheme="dark"');
    await choose(visitor, "system");
    expect(await (await visitor.get("/uk/display")).text()).not.toContain("data-color-scheme");
  });

  it.each([
    ["/uk/districts?street=a", "/uk/districts?street=a"],
    ["//evil.example/uk", "/uk/display"],
  ])("S-29 leads back to %s only if it is a page of this site", async (from, target) => {
    const answer = await choose(new Visitor(running.origin), "light", `${running.origin}${from}`);
    expect(answer.headers.get("Location")).toBe(target);
    const foreign = await choose(new Visitor(running.origin), "light", "https://evil.example/uk/display");
    expect(foreign.headers.get("Location")).toBe("/uk/display");
  });

  it("S-31 refuses anything else", async () => {
    expect((await choose(new Visitor(running.origin), "pink; Domain=evil.example")).status).toBe(422);
  });
});
