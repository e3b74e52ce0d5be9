import type { Page } from "@playwright/test";
import { expect, t, test } from "../fixtures";

const password = "сім синіх слонів";
const send = (page: Page) => page.locator("main form button[type=submit]").first();

/** Fills the sign-up form and follows the letter of the demonstration's mailbox to its button. */
async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/uk/sign-up");
  await page.locator("#name").fill("Марія Бондар");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#district").selectOption({ index: 1 });
  await page.getByText(t("identity.basis.registered")).click();
  await send(page).click();
  await expect(page.locator("h1")).toHaveText(t("identity.sent.title"));
  await page.getByRole("main").getByRole("link").click();
  const row = page.getByRole("row").filter({ hasText: email });
  await row.getByRole("link").click();
  await page.getByRole("main").locator('a[href*="/confirm/"]').click();
  await expect(page.locator("h1")).toHaveText(t("identity.confirm.title"));
}

async function confirmAndSignIn(page: Page, email: string): Promise<void> {
  await send(page).click();
  await expect(page.locator("h1")).toHaveText(t("identity.confirm.doneTitle"));
  await page
    .getByRole("main")
    .getByRole("link", { name: t("identity.signIn.submit") })
    .click();
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#password").press("Enter");
  await expect(page.locator("h1")).toHaveText(t("identity.account.title"));
}

test("S-25 a newcomer signs up, confirms by the button of a letter and signs in", async ({
  page,
  expectAccessible,
}) => {
  const email = "maria@newcomers.example";
  await signUp(page, email);
  await expectAccessible();
  await confirmAndSignIn(page, email);
  await expect(page.getByRole("main")).toContainText("Марія Бондар");
  await expectAccessible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a newcomer signs up, signs in and signs out", async ({ page }) => {
    const email = "petro@newcomers.example";
    await signUp(page, email);
    await confirmAndSignIn(page, email);
    await page
      .getByRole("main")
      .getByRole("button", { name: t("common.shell.signOut") })
      .click();
    await page.goto("/uk/account");
    await expect(page.locator("h1")).toHaveText(t("identity.signIn.title"));
  });
});

test("a mistake is told first, beside its field, and with everything kept", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/uk/sign-up");
  await page.locator("#name").fill("Марія Бондар");
  await page.locator("#email").fill("maria");
  await page.locator("#password").fill("qwerty");
  await send(page).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.locator("#name")).toHaveValue("Марія Бондар");
  await expect(page.locator("#password")).toHaveValue("");
  await page
    .getByRole("alert")
    .getByRole("link", { name: t("identity.error.emailShape") })
    .click();
  await expect(page.locator("#email")).toBeFocused();
  await expectAccessible();
  await expectNoSideScroll();
});

test("somebody signs in with the keyboard alone", async ({ page }) => {
  await page.goto("/uk/sign-in");
  await page.locator("#email").focus();
  await page.keyboard.type("nobody@newcomers.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type("не той пароль");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(t("identity.refusal.wrong"));
  await expect(page.locator("#email")).toHaveValue("nobody@newcomers.example");
});
