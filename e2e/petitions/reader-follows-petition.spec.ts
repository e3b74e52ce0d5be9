import { expect, t, test } from "../fixtures";

const OPEN = "/uk/petitions/5";
const TITLE = "Збудувати безпечний перехід біля школи № 2";

test.describe("a reader follows a petition", () => {
  test("finds it, reads how far it is and gets to the button, without scripts on a phone", async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto("/uk/petitions");
    await page.locator("#q").fill("школа");
    await page.getByRole("button", { name: t("common.actions.search") }).click();
    await page.getByRole("link", { name: TITLE }).click();
    await expect(page.locator("h1")).toHaveText(TITLE);
    await expect(page.locator(".page-status")).toContainText("83 із 150 підписів");
    await expect(page.locator(".petition-box progress")).toHaveAttribute("max", "150");
    await expect(page.locator("#channels")).toContainText(t("petitions.channel.paper"));
    const button = page.locator(".phone-only a");
    await expect(button).toBeInViewport();
    await button.click();
    await expect(page).toHaveURL(/\/uk\/petitions\/5\/sign$/);
    await context.close();
  });

  test("counts by district add up to the total, and the picture has the same figures", async ({ page }) => {
    await page.goto(OPEN);
    const rows = page
      .locator("table", { hasText: t("petitions.page.counts.perThousand") })
      .locator("tbody tr");
    const figures = (await rows.locator("td:nth-child(2)").allTextContents()).map(Number);
    const total = figures.pop();
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(total);
    expect(total).toBe(83);
    await page.locator("#series summary").click();
    const days = await page.locator('#series-table [data-field="signatures"]').allTextContents();
    expect(days.map(Number).reduce((sum, figure) => sum + figure, 0)).toBe(83);
  });

  test("sees the number change while neighbours sign, read from the count alone", async ({ page }) => {
    await page.route("**/petitions/5/count.json", (route) =>
      route.fulfill({
        json: {
          number: 5,
          signatures: 90,
          goal: 150,
          left: 60,
          isOpen: true,
          closesAt: null,
          countedAt: null,
        },
      }),
    );
    await page.goto(OPEN);
    await expect(page.locator(".page-status")).toContainText("90 із 150 підписів", { timeout: 10_000 });
    await expect(page.locator(".page-status")).toContainText("60");
    await expect(page.locator(".petition-box progress")).toHaveJSProperty("value", 90);
  });

  test("is told once that the number needed has just been reached", async ({ page }) => {
    await page.route("**/petitions/5/count.json", (route) =>
      route.fulfill({
        json: {
          number: 5,
          signatures: 150,
          goal: 300,
          left: 150,
          isOpen: true,
          closesAt: null,
          countedAt: null,
        },
      }),
    );
    await page.goto(OPEN);
    await expect(page.getByRole("status").filter({ hasText: t("petitions.progress.reached") })).toHaveCount(
      1,
      {
        timeout: 10_000,
      },
    );
  });

  test("reads a refusal with its rule first, and an answer with the vote", async ({ page }) => {
    await page.goto("/uk/petitions/3");
    await expect(page.locator(".notice-error")).toContainText(t("petitions.rule.court_case"));
    await page.goto("/uk/petitions/1");
    await expect(page.locator("#answer")).toContainText("264 000");
  });

  test("another site may frame the small page and no other", async ({ page, request }) => {
    const policyOf = async (path: string) =>
      (await request.get(path)).headers()["content-security-policy"] ?? "";
    expect(await policyOf(`${OPEN}/embed`)).toContain("frame-ancestors *");
    expect(await policyOf(OPEN)).toContain("frame-ancestors 'none'");
    await page.goto(`${OPEN}/embed`);
    await expect(page.locator("h1")).toHaveText(TITLE);
    await expect(page.locator("header, footer")).toHaveCount(0);
  });
});
