import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./browser";

const port = Number(process.env["E2E_PORT"] ?? 3190);
const origin = `http://localhost:${port}`;
// One folder for the whole run; workers inherit the variable.
process.env["OPENWARD_DATA"] ??= mkdtempSync(join(tmpdir(), "openward-e2e-"));
const executablePath = findBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: origin,
    locale: "uk-UA",
    timezoneId: "Europe/Kyiv",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node build/server/main.js",
    cwd: join(import.meta.dirname, ".."),
    url: `${origin}/healthz`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      OPENWARD_DEMO: "true",
      OPENWARD_DATA: process.env["OPENWARD_DATA"],
    },
  },
});
