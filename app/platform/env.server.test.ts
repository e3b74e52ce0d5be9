import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnvironmentError, installationSecret, readEnvironment } from "./env.server";

describe("readEnvironment", () => {
  it("needs nothing: a demo on port 3000 with its data beside the program", () => {
    expect(readEnvironment({})).toEqual({
      port: 3000,
      origin: "http://localhost:3000",
      dataFolder: resolve(".data"),
      demo: true,
      trustedProxies: [],
    });
  });

  it("lets the origin follow the port", () => {
    expect(readEnvironment({ PORT: "8080" }).origin).toBe("http://localhost:8080");
    expect(readEnvironment({ PORT: "8080", ORIGIN: "https://budget.example.org/" }).origin).toBe(
      "https://budget.example.org",
    );
  });

  it("takes an empty variable as absent", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: " ", SMTP_URL: "" })).toEqual(readEnvironment({}));
  });

  it.each([
    [{ DATABASE_URL: "postgres://u@h/d" }, false],
    [{ SMTP_URL: "smtp://mail.example.org" }, false],
    [{ DATABASE_URL: "postgres://u@h/d", OPENWARD_DEMO: "true" }, true],
    [{ OPENWARD_DEMO: "0" }, false],
  ])("is a demo unless it is connected to the world or told otherwise: %j", (env, demo) => {
    expect(readEnvironment(env).demo).toBe(demo);
  });

  it("reads the list of proxies", () => {
    const { trustedProxies } = readEnvironment({ OPENWARD_TRUSTED_PROXY: "127.0.0.1, 10.0.0.0/8 ::1" });
    expect(trustedProxies).toEqual(["127.0.0.1", "10.0.0.0/8", "::1"]);
  });

  it.each([
    ["DATABASE_URL", "mysql://user:hunter2@host/db"],
    ["DATABASE_URL", "budget"],
    ["PORT", "80a"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "30.5"],
    ["ORIGIN", "budget.example.org"],
    ["ORIGIN", "https://example.org/budget"],
    ["ORIGIN", "https://user:pass@example.org"],
    ["ORIGIN", "ftp://example.org"],
    ["SMTP_URL", "mail.example.org"],
    ["MAIL_FROM", "Openward"],
    ["MAIL_FROM", "a@b.org\r\nBcc: c@d.org"],
    ["OPENWARD_DEMO", "maybe"],
    ["OPENWARD_TRUSTED_PROXY", "proxy.local"],
    ["OPENWARD_TRUSTED_PROXY", "10.0.0.0/33"],
    ["OPENWARD_SECRET", "short"],
  ])("refuses %s=%s in one sentence that names the variable", (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(new RegExp(`^${name} must [^\n]+\\.$`));
  });

  it("S-55 never prints the value, which may hold a password", () => {
    expect(() => readEnvironment({ DATABASE_URL: "mysql://user:hunter2@host/db" })).not.toThrow(/hunter2/);
  });
});

describe("installationSecret", () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), "openward-env-"));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true }));

  it("S-59 makes the secret once, readable by its owner only", () => {
    const first = installationSecret({ dataFolder: join(dataFolder, "new") });
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(installationSecret({ dataFolder: join(dataFolder, "new") })).toBe(first);
    expect(statSync(join(dataFolder, "new", "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataFolder, "new"))).toEqual(["secret"]);
  });

  it("S-59 prefers the secret of the environment", () => {
    const secret = "x".repeat(32);
    expect(installationSecret({ secret, dataFolder })).toBe(secret);
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it("refuses an emptied file", () => {
    writeFileSync(join(dataFolder, "secret"), "\n");
    expect(() => installationSecret({ dataFolder })).toThrow(EnvironmentError);
  });
});
