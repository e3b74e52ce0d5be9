import { expect, signIn, t, test } from "../fixtures";

const password = "verba-nad-stavkom";

test("S-6 an administrator gives a role, the person has it at once, and loses it at once", async ({
  browser,
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  const desk = await browser.newPage();
  await signIn(desk, "displaced@vilshana.example", password);
  expect((await desk.goto("/uk/admin"))?.status()).toBe(403);

  await signIn(page, "admin@vilshana.example", password);
  await page.goto("/uk/admin/members");
  await expectAccessible();
  await page.locator("#email").fill("displaced@vilshana.example");
  await page.locator("#email").press("Enter");
  await page.locator("#role").selectOption("moderator");
  await page.getByRole("button", { name: t("identity.members.grant") }).click();
  await expect(page.getByRole("cell", { name: t("identity.members.current") })).toBeVisible();
  await expectAccessible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideScroll();
  expect((await desk.goto("/uk/admin"))?.status()).toBe(200);

  await page.getByRole("link", { name: t("identity.members.end") }).click();
  await page
    .getByRole("main")
    .getByRole("button", { name: t("identity.members.end") })
    .click();
  await expect(page.getByText(t("identity.members.past"))).toBeVisible();
  expect((await desk.goto("/uk/admin"))?.status()).toBe(403);
  await desk.close();
});

test("the pages of an account are accessible, light and dark", async ({ page, expectAccessible }) => {
  await signIn(page, "admin@vilshana.example", password);
  for (const path of [
    "account",
    "account/details",
    "account/residence",
    "account/password",
    "account/sessions",
    "admin",
    "mailbox",
  ]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/uk/${path}`);
      await expectAccessible();
    }
  }
});
