import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** Path of a browser already on this machine: Playwright's own (empty path: its default) or the system's. */
export function findBrowser(): string | null | undefined {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return null;
  return process.env["CHROMIUM_PATH"] ?? SYSTEM.find((path) => existsSync(path));
}

/** Gets a browser: Playwright's download, else the distribution's package. False when neither works. */
export function installBrowser(): boolean {
  const attempts: [string, string[]][] = [
    ["npx", ["playwright", "install", "chromium"]],
    ["sh", ["-c", "apt-get update -q && apt-get install -y -q --no-install-recommends chromium"]],
  ];
  for (const [command, words] of attempts) {
    try {
      execFileSync(command, words, { stdio: "ignore", timeout: 300_000 });
    } catch {
      continue;
    }
    if (findBrowser() !== undefined) return true;
  }
  return false;
}
