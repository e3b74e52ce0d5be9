import type { Page } from "@playwright/test";
import { expect, t, test } from "../fixtures";

const PATH = "/uk/rounds/wieliczka-2023/results/compare";

/** The comparison is made by a job after the start of the server. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto(PATH);
    await expect(page.locator("#measures table")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
}

test.describe("a council weighs rules on last year's ballots", () => {
  test("comes from the result and sees what each rule leads to", async ({ page }) => {
    await open(page);
    await page.goto("/uk/rounds/wieliczka-2023/results");
    await page.getByRole("link", { name: t("results.compare.page.link") }).click();
    await expect(page).toHaveURL(new RegExp(`${PATH}$`));
    const rows = page.locator("#measures tbody tr");
    await expect(rows).toHaveCount(6);
    await expect(rows.first()).toContainText("mes_cost_add1_until_over");
    await expect(rows.first().getByRole("cell")).toContainText([
      "30",
      "995 079",
      "82,2",
      "1,62",
      "0,45",
      "0",
    ]);
    const greedy = rows.filter({ has: page.getByText("greedy_votes", { exact: true }) });
    await expect(greedy.getByRole("cell")).toContainText(["23", "998 997", "72,4", "1,47", "0,54", "3"]);
    for (const name of ["served", "choices", "gini", "deserving"] as const) {
      await expect(page.getByText(t(`results.compare.explain.${name}`))).toBeVisible();
    }
    await expect(
      page.getByRole("heading", { name: t("results.compare.projects.title", { count: 19 }) }),
    ).toBeVisible();
    await expect(page.locator("#projects tbody tr")).toHaveCount(19);
  });

  test("takes all figures away as CSV", async ({ page }) => {
    await open(page);
    const href = await page.getByRole("link", { name: t("results.compare.page.csv") }).getAttribute("href");
    const answer = await page.request.get(href ?? "");
    expect(answer.headers()["content-type"]).toContain("text/csv");
    const [head = "", first = "", ...rest] = (await answer.text()).trim().split("\r\n");
    expect(head.split(",").slice(0, 5)).toEqual(["list", "rule", "used", "funded", "cost"]);
    expect(first).toMatch(/^community,mes_cost_add1_until_over,1,30,995079,PLN,6586,5414,0\.178,/);
    expect(rest).toHaveLength(5);
  });

  test("on a phone and in the dark, without mistakes of access", async ({
    page,
    expectAccessible,
    expectNoSideScroll,
  }) => {
    await open(page);
    await expectAccessible();
    await expectNoSideScroll();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(PATH);
    await expectAccessible();
    await expectNoSideScroll();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the comparison is complete", async ({ page }) => {
    await open(page);
    await expect(page.locator("#measures tbody tr")).toHaveCount(6);
    await expect(page.locator("figure .bars li")).toHaveCount(6);
    await expect(page.locator("#projects tbody tr")).toHaveCount(19);
  });
});
