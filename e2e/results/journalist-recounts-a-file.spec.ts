import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, t, test } from "../fixtures";

const NAME = "Poland_Wieliczka_2023_Green_Budget.pb.gz";
const FILE = join(import.meta.dirname, "../../db/seed/elections", NAME);
const PUBLISHED = "/pb/wieliczka-2023/community/ballots.pb";

const outcome = (page: Page) => page.locator("#recount-outcome");
const count = (page: Page) => page.getByRole("button", { name: t("results.recount.form.count") });
const rule = (page: Page) => page.getByLabel(t("results.recount.form.rule"));

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`/uk/recount${query}`, { waitUntil: "networkidle" });
}

/** A large vote whose shares grow in many small steps. */
function slowVote(): { name: string; mimeType: string; buffer: Buffer } {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const projects = Array.from({ length: 150 }, (_, index) => `${index + 1};${90_000 + next(400_000)}`);
  const ballots = Array.from({ length: 60_000 }, (_, index) => {
    const choices = new Set(Array.from({ length: 10 }, () => 1 + next(150)));
    return `${index};"${[...choices].join(",")}"`;
  });
  const text = [
    "META\nkey;value\nbudget;12000000\nvote_type;approval",
    "PROJECTS\nproject_id;cost",
    ...projects,
    "VOTES\nvoter_id;vote",
    ...ballots,
  ];
  return { name: "slow.pb", mimeType: "text/plain", buffer: Buffer.from(text.join("\n")) };
}

test.describe("a journalist repeats the count", () => {
  test("of a dropped file without a network, and finds the announced winners", async ({ page, context }) => {
    await open(page);
    await context.setOffline(true);
    const asked: string[] = [];
    // Letters that only the titles have may ask for one more font; the page reads without it.
    page.on("request", (request) => request.resourceType() !== "font" && asked.push(request.url()));
    const packed = readFileSync(FILE).toString("base64");
    const transfer = await page.evaluateHandle(
      ([content, name]) => {
        const given = new DataTransfer();
        const bytes = Uint8Array.from(atob(content ?? ""), (letter) => letter.charCodeAt(0));
        given.items.add(new File([bytes], name ?? ""));
        return given;
      },
      [packed, NAME],
    );
    await page.locator("[data-part=form]").dispatchEvent("drop", { dataTransfer: transfer });
    await expect(page.getByRole("status")).toContainText("6 586".replace(" ", "\u00a0"));
    await expect(rule(page)).toHaveValue("mes_cost_add1_until_over");
    await count(page).click();
    await expect(outcome(page)).toHaveText(t("results.recount.say.same", { count: "30" }));
    await expect(outcome(page)).toBeFocused();
    await expect(page.locator("[data-part=outcome]")).toContainText(t("results.recount.say.againstFile"));
    const rows = page.locator("[data-part=outcome] tbody tr");
    await expect(rows).toHaveCount(64);
    await expect(rows.first()).toContainText("Zakup 10 fotopułapek");
    await expect(rows.first()).toContainText("720");
    await expect(rows.filter({ hasText: t("results.table.notFunded") })).toHaveCount(34);
    expect(asked).toEqual([]);
  });

  test("of a file when the page itself is opened again without a network", async ({ page, context }) => {
    await open(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
    await context.setOffline(true);
    // An address that was never asked for, so that no cache but the kept page can answer.
    const answer = await page.goto("/uk/recount?rule=phragmen");
    expect(answer?.fromServiceWorker()).toBe(true);
    await page.getByLabel(t("results.recount.form.file")).setInputFiles(FILE);
    await expect(rule(page)).toHaveValue("mes_cost_add1_until_over");
    await count(page).click();
    await expect(outcome(page)).toHaveText(t("results.recount.say.same", { count: "30" }));
    const elsewhere = await page.goto("/uk/rounds").catch(() => null);
    expect(elsewhere).toBeNull();
  });

  test("of the ballots a result links to, and is told where another rule parts from it", async ({ page }) => {
    await page.goto("/uk/recount");
    await page
      .getByRole("link", { name: t("results.recount.files.here") })
      .first()
      .click();
    await expect(rule(page)).toHaveValue("mes_cost_add1_until_over");
    await count(page).click();
    await expect(outcome(page)).toHaveText(t("results.recount.say.same", { count: "30" }));
    await expect(page.locator("[data-part=outcome]")).toContainText(
      t("results.recount.say.againstPublished"),
    );
    await rule(page).selectOption("greedy_votes");
    await count(page).click();
    await expect(outcome(page)).toHaveText(t("results.recount.say.different"));
    await expect(page.locator("[data-part=outcome]")).toContainText(t("results.recount.say.otherRule"));
    await expect(page.locator("[data-cell=differences] li").first()).toHaveText(/: \d+\.$/);
  });

  test("with the keyboard alone", async ({ page }) => {
    await open(page);
    const field = page.getByLabel(t("results.recount.form.file"));
    await field.setInputFiles(FILE);
    await expect(rule(page)).toBeVisible();
    await field.focus();
    await page.keyboard.press("Tab");
    await expect(rule(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(count(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(outcome(page)).toBeFocused();
  });

  test("and learns line, column and cause of a broken file", async ({ page }) => {
    await open(page);
    const text = gunzipSync(readFileSync(FILE)).toString("utf8");
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.startsWith("PROJECTS")) + 2;
    lines[at] = (lines[at] ?? "").replace(/;\d+;/, ";zwei;");
    const field = page.getByLabel(t("results.recount.form.file"));
    await field.setInputFiles({
      name: "broken.pb",
      mimeType: "text/plain",
      buffer: Buffer.from(lines.join("\n")),
    });
    const cause = t("results.pabulib.costNotANumber", { value: "zwei" });
    const problem = page.locator("[data-part=problem]");
    await expect(problem).toContainText(
      t("results.refusal.unreadableColumn", { line: at + 1, column: "cost", cause }),
    );
    await expect(problem).toBeFocused();
    await field.setInputFiles({
      name: "cut.pb.gz",
      mimeType: "application/gzip",
      buffer: readFileSync(FILE).subarray(0, 9_000),
    });
    await expect(problem).toContainText(t("results.refusal.brokenArchive"));
    await field.setInputFiles(FILE);
    await expect(rule(page)).toBeVisible();
    await expect(problem).toBeHidden();
  });

  test("and is told what is wrong with a file made to do harm", async ({ page }) => {
    await open(page);
    const field = page.getByLabel(t("results.recount.form.file"));
    const problem = page.locator("[data-part=problem]");
    const head = "META\nkey;value\nbudget;1\nvote_type;approval\n";
    const hostile = [
      [`${head}name;"${"x\n".repeat(600_000)}`, t("results.pabulib.quoteNeverClosed")],
      [`${head}name;a\0b\n`, t("results.pabulib.nulCharacter")],
      [head.replaceAll("\n", "\r"), t("results.pabulib.loneCarriageReturn")],
      [
        head + Array.from({ length: 10_001 }, (_, index) => `k${index};\n`).join(""),
        t("results.pabulib.tooManyKeys"),
      ],
    ] as const;
    for (const [text, cause] of hostile) {
      const packed = gzipSync(text);
      await field.setInputFiles({ name: "hostile.pb.gz", mimeType: "application/gzip", buffer: packed });
      await expect(problem).toContainText(cause);
      await expect(problem).toBeFocused();
    }
    await field.setInputFiles(FILE);
    await expect(rule(page)).toBeVisible();
  });

  test("stops a long count and starts it again without a network", async ({ page, context }) => {
    await open(page);
    await context.setOffline(true);
    await page.getByLabel(t("results.recount.form.file")).setInputFiles(slowVote());
    await expect(rule(page)).toBeVisible();
    await rule(page).selectOption("mes_cost_add1");
    await count(page).click();
    await page.getByRole("button", { name: t("results.recount.form.cancel") }).click();
    await expect(page.getByRole("status")).toHaveText(t("results.recount.say.cancelled"));
    await expect(count(page)).toBeFocused();
    await rule(page).selectOption("greedy_votes");
    await count(page).click();
    await expect(outcome(page)).toBeVisible();
    await expect(page.locator("[data-cell=rule]")).toContainText("greedy_votes");
  });

  test("on a phone, in the dark, with every text readable", async ({
    page,
    expectAccessible,
    expectNoSideScroll,
  }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, `?${new URLSearchParams({ file: PUBLISHED })}`);
    await count(page).click();
    await expect(outcome(page)).toBeVisible();
    await expectAccessible();
    await expectNoSideScroll();
    expect(complaints).toEqual([]);
  });

  test("R-19 opens no file that a link from elsewhere names", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    await open(page, `?${new URLSearchParams({ file: "https://elsewhere.example/pb/a/b/ballots.pb" })}`);
    await expect(page.getByText(t("results.recount.page.unknownFile"))).toBeVisible();
    await count(page).click();
    await expect(page.locator("[data-part=problem]")).toContainText(t("results.recount.say.nothingChosen"));
    expect(new Set(asked)).toEqual(new Set([new URL(page.url()).host]));
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page gives the ballots and the command", async ({ page, request }) => {
    await page.goto(`/uk/recount?${new URLSearchParams({ file: PUBLISHED })}`);
    // A tool that turns scripts off leaves <noscript> empty in Chromium, so the text is looked up in the answer.
    expect(await (await request.get(page.url())).text()).toContain(
      `<noscript><p class="measure">${t("results.recount.page.noScripts")}`,
    );
    await expect(page.getByLabel(t("results.recount.form.otherFile"))).toBeHidden();
    await expect(page.locator("pre")).toHaveText(
      "npm run --silent openward -- count wieliczka-2023-community.pb --rule mes_cost_add1_until_over",
    );
    const link = page.getByRole("link", { name: /^Завантажити/ });
    const file = await request.get((await link.getAttribute("href")) ?? "");
    expect(await file.body()).toEqual(gunzipSync(readFileSync(FILE)));
  });
});
