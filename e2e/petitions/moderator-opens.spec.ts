import type { Browser, Page } from "@playwright/test";
import { expect, signIn, t, test } from "../fixtures";

const PASSWORD = "verba-nad-stavkom";
const TITLE = "Поставити зупинку біля старого млина";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const goOn = (page: Page) => page.locator("main form[method=post] button[type=submit]").first().click();
const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();

/** A resident files a petition with an account; gives the address for first signatories. */
async function file(page: Page): Promise<string> {
  await page.goto("/uk/petitions/new");
  await page.getByRole("button", { name: t("filing.start.begin") }).click();
  await page.getByLabel(t("filing.field.title")).fill(TITLE);
  await goOn(page);
  await goOn(page);
  await page.getByLabel(t("filing.field.demand")).fill("Просимо накриту зупинку з лавкою.");
  await page.getByLabel(t("filing.field.grounds")).fill("Люди чекають на автобус під дощем.");
  await goOn(page);
  await page.getByText(t("filing.place.whole"), { exact: true }).click();
  await page.getByText(t("filing.addressee.council"), { exact: true }).click();
  await goOn(page);
  await page.getByText(t("filing.field.consent")).click();
  await goOn(page);
  await goOn(page);
  await expect(heading(page)).toHaveText(t("filing.filed.heading"));
  return new URL(await page.getByLabel(t("filing.share.link"), { exact: true }).inputValue()).pathname;
}

/** A neighbour without an account signs by the button behind a mail link. */
async function second(browser: Browser, address: string, email: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("#name").fill("Галина Мороз");
  await page.locator("#email").fill(email);
  await page.locator("#district").selectOption({ index: 1 });
  await page.getByText(t("identity.basis.registered")).click();
  await page.locator("label[for=ofAge]").click();
  await page.locator("main form button[type=submit]").last().click();
  await page.goto("/uk/mailbox");
  await page.getByRole("row").filter({ hasText: email }).first().getByRole("link").click();
  await page.getByRole("main").locator('a[href*="/petitions/confirm/"]').click();
  await press(page, t("signing.confirm.submit"));
  await expect(heading(page)).toHaveText(t("signing.thanks.title"));
  await context.close();
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("S-9 seven neighbours second a petition, and a moderator opens it after reading the author’s letter", async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    await signIn(page, "resident@vilshana.example", PASSWORD);
    const share = await file(page);
    for (let neighbour = 1; neighbour <= 7; neighbour += 1) {
      await second(browser, share, `neighbour${neighbour}@second.example`);
    }
    await page.getByRole("button", { name: t("common.shell.signOut") }).click();
    await signIn(page, "moderator@vilshana.example", PASSWORD);
    await page.goto("/uk/admin/petitions");
    await page.getByRole("link", { name: TITLE }).click();
    await expect(page.getByRole("main")).toContainText("Просимо накриту зупинку з лавкою.");
    await press(page, t("moderation.desk.take"));
    await page.getByRole("link", { name: t("moderation.step.refuse.link") }).click();
    await press(page, t("moderation.decision.toPreview"));
    await expect(page.getByRole("alert")).toContainText(t("moderation.error.ground"));
    await page.getByRole("link", { name: t("common.actions.back") }).click();
    await page.getByRole("link", { name: t("moderation.step.open.link") }).click();
    await page.locator("#note").fill("Дякуємо за зрозумілий текст.");
    await press(page, t("moderation.decision.toPreview"));
    await expect(heading(page)).toHaveText(t("moderation.decision.preview"));
    await expect(page.getByRole("main")).toContainText("Дякуємо за зрозумілий текст.");
    await press(page, t("moderation.step.open.send"));
    await expect(page.getByRole("main")).toContainText(t("petitions.step.open"));
    await expect(page.getByRole("main")).toContainText(t("moderation.step.stop.link"));
    await page.goto("/uk/mailbox");
    const letter = page.getByRole("row").filter({ hasText: "resident@vilshana.example" }).first();
    await expect(letter).toContainText(TITLE);
  });

  test("an administrator confirms the rules, and everybody reads them with their acts", async ({ page }) => {
    await signIn(page, "admin@vilshana.example", PASSWORD);
    await page.goto("/uk/admin/petition-rules");
    const wanted = await page.locator("#moderation_days").inputValue();
    await page.locator("#moderation_days").fill("0");
    await page.locator("#basis_signers_uk").fill("Статут громади, стаття 24");
    const save = page.locator("main form[method=post] button[type=submit]").last();
    await save.click();
    await expect(page.getByRole("alert")).toContainText(t("moderation.fault.term_too_short"));
    await page.locator("#moderation_days").fill(wanted);
    await save.click();
    await expect(page).toHaveURL(/saved=\d+$/);
    await page.goto("/uk/petitions/rules");
    await expect(page.getByRole("main")).toContainText("Статут громади, стаття 24");
  });

  test("the holidays of a year are proposed, read and added", async ({ page }) => {
    await signIn(page, "admin@vilshana.example", PASSWORD);
    await page.goto("/uk/admin/calendar?year=2031");
    await page.getByRole("link", { name: t("moderation.calendar.usual.ukraine", { year: "2031" }) }).click();
    await expect(page.locator("#lines")).toHaveValue(/2031-08-24;holiday;День Незалежності України/);
    await press(page, t("moderation.calendar.import"));
    await expect(page.getByRole("table")).toContainText("День Незалежності України");
  });
});

const SMALL = { width: 320, height: 640 };

test("the pages of the rules and of the calendar are accessible and fit a phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize(SMALL);
  await signIn(page, "admin@vilshana.example", PASSWORD);
  const paths = [
    "/uk/petitions/rules",
    "/uk/admin/petition-rules?preset=parliament",
    "/uk/admin/calendar?year=2031&usual=russia",
    "/uk/admin/calendar/import",
    "/uk/admin/calendar/2031-01-01/remove",
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible();
    await expectNoSideScroll();
  }
});

test("the pages of moderators are accessible and fit a phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize(SMALL);
  await signIn(page, "moderator@vilshana.example", PASSWORD);
  await page.goto("/uk/admin/petitions?view=open");
  await expectAccessible();
  await expectNoSideScroll();
  const first = page.getByRole("main").getByRole("table").getByRole("link").first();
  const petition = new URL(String(await first.getAttribute("href")), page.url()).pathname;
  for (const path of ["", "/decisions/hide", "/decisions/open"]) {
    await page.goto(petition + path);
    await expectAccessible();
    await expectNoSideScroll();
  }
});
