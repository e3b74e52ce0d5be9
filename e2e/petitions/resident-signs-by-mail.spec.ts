import type { Page } from "@playwright/test";
import { expect, signIn, t, test } from "../fixtures";

const send = (page: Page) => page.locator("main form button[type=submit]").last();
const heading = (page: Page) => page.locator("h1");

/** Opens the page of signing of the first petition that takes signatures by mail. */
async function openForm(page: Page): Promise<void> {
  for (let number = 1; number <= 12; number += 1) {
    const answer = await page.goto(`/uk/petitions/${number}/sign`);
    if (answer?.status() === 200 && (await page.locator("#email").count()) > 0) return;
  }
  throw new Error("The demonstration has no petition to sign.");
}

async function fill(page: Page, email: string): Promise<void> {
  await page.locator("#name").fill("Галина Мороз");
  await page.locator("#email").fill(email);
  await page.locator("#district").selectOption({ index: 1 });
  await page.getByText(t("identity.basis.registered")).click();
  await page.locator("label[for=ofAge]").click();
}

/** The link of the newest letter to an address, in the mailbox of the demonstration. */
async function openLetter(page: Page, email: string): Promise<void> {
  await page.goto("/uk/mailbox");
  await page.getByRole("row").filter({ hasText: email }).first().getByRole("link").click();
  await page.getByRole("main").locator('a[href*="/petitions/confirm/"]').click();
}

test.describe("without scripts, on a phone of 320 px", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("R-12 S-25 a resident signs by the button behind a mail link, takes it back and signs again", async ({
    page,
    expectNoSideScroll,
  }) => {
    const email = "halyna@signers.example";
    await openForm(page);
    await expectNoSideScroll();
    await fill(page, email);
    await send(page).click();
    await expect(heading(page)).toHaveText(t("signing.sent.title"));
    await expectNoSideScroll();
    await openLetter(page, email);
    await expect(heading(page)).toHaveText(t("signing.confirm.title"));
    await page.reload();
    await expect(heading(page)).toHaveText(t("signing.confirm.title"));
    await page.getByRole("button", { name: t("signing.confirm.submit") }).click();
    await expect(heading(page)).toHaveText(t("signing.thanks.title"));
    await expectNoSideScroll();
    await page.getByRole("button", { name: t("signing.undo.submit") }).click();
    await expect(heading(page)).toHaveText(t("signing.own.taken_back.title"));
    await page.getByRole("button", { name: t("signing.again") }).click();
    await expect(heading(page)).toHaveText(t("signing.thanks.title"));
  });

  test("S-21 who has signed already sees the same page and is told by letter", async ({ page }) => {
    const email = "petro@signers.example";
    await openForm(page);
    const form = page.url();
    await fill(page, email);
    await send(page).click();
    const first = await page.locator("main").innerHTML();
    await openLetter(page, email);
    await page.getByRole("button", { name: t("signing.confirm.submit") }).click();
    await page.goto(form);
    await fill(page, email);
    await send(page).click();
    expect(await page.locator("main").innerHTML()).toBe(first);
    await openLetter(page, email);
    await expect(heading(page)).toHaveText(t("signing.thanks.title"));
  });

  test("A-2 somebody whose address was used has all of it forgotten", async ({ page }) => {
    const email = "stranger@signers.example";
    await openForm(page);
    await fill(page, email);
    await send(page).click();
    await openLetter(page, email);
    const link = page.url();
    await page.getByRole("button", { name: t("identity.confirm.notMeSubmit") }).click();
    await expect(heading(page)).toHaveText(t("signing.confirm.removedTitle"));
    await page.goto(link);
    await expect(heading(page)).toHaveText(t("signing.confirm.overTitle"));
  });
});

test("the way of a signer is accessible, light and dark", async ({ page, expectAccessible }) => {
  const email = "olha@signers.example";
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await openForm(page);
    await expectAccessible();
    await send(page).click();
    await expect(page.getByRole("alert")).toBeFocused();
    await expectAccessible();
  }
  await fill(page, email);
  await send(page).click();
  await expectAccessible();
  await openLetter(page, email);
  await expectAccessible();
  await page.getByRole("button", { name: t("signing.confirm.submit") }).click();
  await expect(heading(page)).toHaveText(t("signing.thanks.title"));
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible();
});

test("somebody fills the form with the keyboard alone", async ({ page }) => {
  await openForm(page);
  await page.locator("#name").focus();
  await page.keyboard.type("Іван Клавіша");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ivan@signers.example");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(t("signing.sent.title"));
});

test("R-24 a resident with an account signs with one press, and a second press changes nothing", async ({
  page,
  expectAccessible,
}) => {
  await openForm(page);
  const form = new URL(page.url()).pathname;
  await signIn(page, "resident@vilshana.example", "verba-nad-stavkom");
  await page.goto(form);
  await expectAccessible();
  await send(page).click();
  await expect(heading(page)).toHaveText(t("signing.thanks.title"));
  expect(new URL(page.url()).pathname).toBe(form);
  await page.reload();
  await expect(heading(page)).toHaveText(t("signing.thanks.title"));
  await page.getByRole("button", { name: t("signing.undo.submit") }).click();
  await expect(heading(page)).toHaveText(t("signing.own.taken_back.title"));
  await expectAccessible();
});
