import { writeFileSync } from "node:fs";
import type { Locator, Page, TestInfo } from "@playwright/test";
import { expect, openward, t, test } from "../fixtures";

const RESULT = "/uk/rounds/wieliczka-2023/results";
/** Won in the first round; lost because its supporters had spent their shares elsewhere. */
const WINNER = `${RESULT}/24`;
const LOSER = `${RESULT}/68`;

const rows = (page: Page) => page.locator("#projects tbody tr");

/** Codes of the projects in these rows, as `№ 24` names them. */
async function codesIn(found: Locator): Promise<string[]> {
  const texts = await found.allInnerTexts();
  return texts.map((text) => /№\s(\S+)/.exec(text)?.[1] ?? "");
}

/** Saves what an address answers among the files of this test. */
async function download(page: Page, address: string, testInfo: TestInfo, name: string): Promise<string> {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  const path = testInfo.outputPath(name);
  writeFileSync(path, await answer.body());
  return path;
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a resident reads why each project won or lost", async ({ page }) => {
    await page.goto(RESULT);
    await expect(rows(page)).toHaveCount(64);
    await expect(rows(page).filter({ hasText: t("results.table.notFunded") })).toHaveCount(34);
    for (const why of await rows(page).locator("td").last().allInnerTexts()) expect(why).toMatch(/\d.*\.$/s);
    await expect(page.locator("#pictures figure")).toHaveCount(2);
    await expect(page.locator("#pictures svg").first()).toBeVisible();
    await expect(page.locator("#method ol li")).toHaveCount(3);
    await expect(page.locator("#method")).toContainText("mes_cost_add1_until_over");
    await expect(page.locator("#tie-order")).toBeVisible();
  });

  test("a resident reads the round in which a project won, and all the others", async ({ page }) => {
    await page.goto(WINNER);
    await expect(page.locator(".page-status")).toContainText(t("results.table.funded"));
    const near = page.locator("main table").first().locator("tbody tr");
    await expect(near).toHaveCount(4);
    await expect(near.first()).toContainText(t("results.project.this"));
    const all = page.locator("details tbody tr");
    await expect(all.first()).toBeHidden();
    await page.getByText(t("results.project.allRounds")).click();
    await expect(all).toHaveCount(30);
    await expect(all.last()).toBeVisible();
  });

  test("a resident reads in which round a project lost and what its supporters still had", async ({
    page,
  }) => {
    await page.goto(LOSER);
    await expect(page.locator(".page-status")).toContainText(t("results.table.notFunded"));
    await expect(page.getByText(t("results.project.sharesLostIn", { round: 3 }))).toBeVisible();
    await expect(page.locator("main")).toContainText(/19[\s\u00a0]171,12/);
    await expect(page.getByRole("progressbar")).toBeVisible();
  });
});

test.describe("anyone repeats the count", () => {
  test("with the command on the page, and gets the winners on the page", async ({ page }, testInfo) => {
    await page.goto(RESULT);
    const shown = (await page.locator("#repeat pre").textContent()) ?? "";
    const [, name = "", rule = ""] = /-- count (\S+\.pb) --rule (\S+)$/.exec(shown) ?? [];
    const link = page.locator(`#repeat a[download="${name}"]`);
    const ballots = await download(page, (await link.getAttribute("href")) ?? "", testInfo, name);
    const counted = JSON.parse(openward("count", ballots, "--rule", rule, "--json")) as Counted;
    expect(counted).toMatchObject({ rule, cost: "995079", left: "4921" });
    const funded = rows(page).filter({ hasNotText: t("results.table.notFunded") });
    expect((await codesIn(funded)).sort()).toEqual([...counted.selected].sort());
    const printed = openward("count", ballots, "--rule", rule).trim().split("\n").slice(2);
    expect(printed.map((line) => line.trim().split(/\s+/)[1])).toEqual(counted.selected);
  });

  test("with the published files, and is told where an altered one parts from it", async ({
    page,
  }, testInfo) => {
    await page.goto(RESULT);
    const json = await page.getByRole("link", { name: t("results.data.json") }).getAttribute("href");
    const result = await download(page, json ?? "", testInfo, "results.json");
    const ballots = await download(page, "/pb/wieliczka-2023/community/ballots.pb", testInfo, "ballots.pb");
    expect(openward("verify", result, ballots)).toContain("The count repeats: 30 projects");
    const changed = await (await page.request.get(json ?? "")).json();
    [changed.lists[0].count.selected[0]] = ["68"];
    const altered = testInfo.outputPath("altered.json");
    writeFileSync(altered, JSON.stringify(changed));
    expect(() => openward("verify", altered, ballots)).toThrow(/selected\[0\]: published "68", counted "24"/);
  });
});

type Counted = { rule: string; selected: string[] };

test.describe("with the keyboard alone", () => {
  test("a resident jumps to a part, orders the table and opens a project", async ({ page }) => {
    await page.goto(RESULT);
    const part = page.getByRole("navigation", { name: t("results.page.contents") }).getByRole("link");
    await part.filter({ hasText: t("results.sections.repeat") }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#repeat$/);
    await expect(page.locator("#repeat h2")).toBeInViewport();
    await page
      .locator("#projects thead a")
      .filter({ hasText: t("results.table.cost") })
      .focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/sort=/);
    const first = rows(page).first().getByRole("link");
    const name = (await first.textContent()) ?? "";
    await first.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const rounds = page.getByText(t("results.project.allRounds"));
    await rounds.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("details tbody tr").last()).toBeVisible();
    await page.getByRole("link", { name: t("results.project.back") }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${RESULT}$`));
  });
});

test.describe("on a phone, light and dark", () => {
  for (const path of [RESULT, WINNER, LOSER]) {
    test(`${path} is accessible and no wider than the screen`, async ({
      page,
      expectAccessible,
      expectNoSideScroll,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await expectAccessible();
        await expectNoSideScroll();
      }
    });
  }
});
