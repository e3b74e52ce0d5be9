import { expect, test } from "./fixtures";

const pages = [
  "/uk",
  "/uk/districts",
  "/uk/initiatives",
  "/uk/initiatives/new",
  "/uk/petitions/new",
  "/uk/petitions",
  "/uk/petitions?state=refused",
  "/uk/petitions/1",
  "/uk/petitions/3",
  "/uk/petitions/4",
  "/uk/petitions/4?by=hour",
  "/uk/petitions/5/signers",
  "/uk/petitions/5/embed",
  "/uk/petitions/5/poster",
  "/uk/petitions/5/sheet",
  "/uk/rounds",
  "/uk/rounds/wieliczka-2023",
  "/uk/rounds/wieliczka-2023/results",
  "/uk/sign-in",
  "/uk/sign-up",
  "/uk/reset",
  "/uk/display",
];

test.describe("every public page", () => {
  for (const path of pages) {
    test(`${path} is accessible, light and dark`, async ({ page, expectAccessible }) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await expect(page.locator("h1")).toHaveCount(1);
        await expectAccessible();
      }
    });

    test(`${path} fits a window of 320 px, 200 % zoom and letters of twice the size`, async ({
      page,
      expectNoSideScroll,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path);
      await expectNoSideScroll();
      await page.setViewportSize({ width: 640, height: 640 });
      await expectNoSideScroll();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await expectNoSideScroll();
    });

    test(`${path} breaks no rule of the content policy and logs no error`, async ({ page }) => {
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(path, { waitUntil: "networkidle" });
      expect(complaints).toEqual([]);
    });
  }
});
