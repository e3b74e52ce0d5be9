import { expect, signIn, t, test } from "../fixtures";

const email = "resident@vilshana.example";
const password = "verba-nad-stavkom";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("F-25 a session ends in the middle of a form and nothing written is lost", async ({
      page,
      context,
    }) => {
      await signIn(page, email, password);
      await page.goto("/uk/account/details");
      const name = `Софія Вишнева, ${javaScriptEnabled ? "яка довго думає" : "яка довго пише"}`;
      await page.locator("#name").fill(name);
      await context.clearCookies({ name: "__Host-session" });
      await page.locator("main form button[type=submit]").click();
      await expect(page.locator("h1")).toHaveText(t("identity.signIn.againTitle"));
      await page.getByText(t("identity.signIn.written")).click();
      await expect(page.getByText(name)).toBeVisible();
      await page.locator("#email").fill(email);
      await page.locator("#password").fill(password);
      await page.locator("#password").press("Enter");
      await expect(page.locator("h1")).toHaveText(t("identity.signIn.continueTitle"));
      await page.getByRole("button", { name: t("common.actions.continue") }).click();
      await expect(page.locator("h1")).toHaveText(t("identity.account.title"));
      await expect(page.getByRole("main")).toContainText(name);
    });
  });
}
