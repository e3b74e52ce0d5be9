import { execFileSync } from "node:child_process";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { translator } from "../app/i18n/translate";

export const t = translator("uk");

type Fixtures = {
  /** Fails on any accessibility violation of the page as it stands (WCAG 2.2 AA rules of axe). */
  expectAccessible: () => Promise<void>;
  /** Fails when the page is wider than the window. */
  expectNoSideScroll: () => Promise<void>;
};

export const test = base.extend<Fixtures>({
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`),
      ).toEqual([]);
    });
  },
  expectNoSideScroll: async ({ page }, use) => {
    await use(async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(width).toBeLessThanOrEqual(0);
    });
  },
});

export { expect };

/** The demonstration people of db/seed, by what they do. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/uk/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

/** Runs `openward …` against the database of this test run. */
export function openward(...words: string[]): string {
  return execFileSync("npx", ["tsx", "app/cli/main.ts", ...words], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
}
