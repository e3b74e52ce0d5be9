import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCommunity } from "../factories/server";
import { startApplication, Visitor } from "../harness/application";

let running: Awaited<ReturnType<typeof startApplication>>;
let visitor: Visitor;
const page = "/uk/display";

beforeAll(async () => {
  await plantCommunity("first");
  running = await startApplication();
  visitor = new Visitor(running.origin);
});
afterAll(() => running.close());

function post(
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> {
  return visitor.send(page, {
    method: "POST",
    body,
    headers: { Origin: running.origin, "Content-Type": type, ...headers },
  });
}

function multipart(
  parts: { name: string; filename?: string; content: string | Uint8Array }[],
): [string, Uint8Array] {
  const boundary = "----openward";
  const chunks = parts.flatMap(({ name, filename, content }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`),
    Buffer.from(filename ? `; filename="${filename}"\r\nContent-Type: image/png\r\n\r\n` : "\r\n\r\n"),
    Buffer.from(content as Uint8Array),
    Buffer.from("\r\n"),
  ]);
  return [
    `multipart/form-data; boundary=${boundary}`,
    Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  ];
}

describe("what a form may carry", () => {
  it("S-41 a form larger than the limit is cut with 413, also when it hides its length", async () => {
    const huge = `scheme=${"a".repeat(300 * 1024)}`;
    expect((await post("application/x-www-form-urlencoded", huge)).status).toBe(413);
    const hidden = await post("application/x-www-form-urlencoded", huge, { "Transfer-Encoding": "chunked" });
    expect(hidden.status).toBe(413);
  });

  it("S-41 a file over 10 MB and a seventh file are refused", async () => {
    const large = multipart([{ name: "photo", filename: "a.png", content: Buffer.alloc(11 * 1024 * 1024) }]);
    expect((await post(...large)).status).toBe(413);
    const many = Array.from({ length: 7 }, () => ({ name: "photo", filename: "a.png", content: "x" }));
    expect((await post(...multipart(many))).status).toBe(413);
  });

  it("S-31 any other kind of body is refused", async () => {
    expect((await post("application/json", "{}")).status).toBe(415);
    expect((await post("multipart/form-data", "no boundary")).status).toBe(400);
  });

  it("S-39 a field that comes twice, an unknown one and __proto__ are refused with a page", async () => {
    const token = await visitor.formToken(page);
    const bodies: Record<string, string | string[]>[] = [
      { scheme: ["dark", "light"] },
      { scheme: "dark", role: "administrator" },
      { scheme: "dark", __proto__x: "1" },
      Object.fromEntries([
        ["scheme", "dark"],
        ["__proto__", "polluted"],
      ]),
    ];
    for (const body of bodies) expect((await visitor.postWith(page, body, token)).status).toBe(422);
  });

  it("F-24 control characters that cannot be kept or that turn text round are refused, never 500", async () => {
    const token = await visitor.formToken(page);
    for (const scheme of ["da\0rk", "\ud800", "\u202edark", "dark".repeat(9_000)]) {
      expect((await visitor.postWith(page, { scheme }, token)).status).toBe(422);
    }
  });
});
