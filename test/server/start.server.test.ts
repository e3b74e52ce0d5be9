import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "openward-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    NODE_ENV: "production",
    OPENWARD_DATA: folder,
    ...settings,
  };
  const child = spawn("node", ["build/server/main.js"], { env });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, said: said.trim() };
}

describe("a wrong setting stops the start with one sentence that names it", () => {
  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["ORIGIN", "budget.example.org/path"],
    ["DATABASE_URL", "mysql://root@localhost/x"],
    ["SMTP_URL", "http://mail.example.org"],
    ["OPENWARD_DEMO", "perhaps"],
    ["OPENWARD_TRUSTED_PROXY", "everyone"],
    ["OPENWARD_SECRET", "short"],
  ])("%s=%s", async (name, value) => {
    const { code, said } = await start({ [name]: value });
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
    expect(said).not.toContain(value);
  });

  it("OPENWARD_DATA that is a file", async () => {
    const { code, said } = await start({ OPENWARD_DATA: join(process.cwd(), "package.json") });
    expect(code).toBe(1);
    expect(said).toContain("OPENWARD_DATA");
  });

  it("DATABASE_URL of a server that is not there", async () => {
    const { code, said } = await start({ DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });
    expect(code).toBe(1);
    expect(said).toContain("DATABASE_URL");
  });
});
