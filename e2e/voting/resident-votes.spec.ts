import { expect, signIn, t, test } from "../fixtures";

const password = "verba-nad-stavkom";
const ballot = "/uk/rounds/2026/ballot";

for (const [scripts, email] of [
  [true, "voter01@vilshana.example"],
  [false, "voter02@vilshana.example"],
] as const) {
  test.describe(scripts ? "with scripts" : "with scripts off", () => {
    test.use({ javaScriptEnabled: scripts });

    test("F-5 a resident chooses, checks, sends, keeps a receipt and changes the vote", async ({ page }) => {
      const main = page.getByRole("main");
      const press = (name: string) => main.getByRole("button", { name, exact: true }).click();
      await signIn(page, email, password);
      await page.goto(ballot);
      const boxes = main.getByRole("checkbox");
      await expect(boxes.first()).not.toBeChecked();

      await press(t("voting.ballot.check"));
      await expect(page.getByRole("alert")).toContainText(t("voting.refusal.nothing_chosen"));
      await boxes.first().check({ force: true });
      if (!scripts) await press(t("voting.ballot.recount"));
      await expect(main.locator(".ballot-count").first()).toContainText("1 із 5");
      await expect(boxes.first()).toBeChecked();

      await press(t("voting.ballot.check"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("voting.check.title"));
      await press(t("voting.check.change"));
      await expect(boxes.first()).toBeChecked();
      await press(t("voting.ballot.check"));
      await press(t("voting.check.send"));
      const code = (await page.locator(".confirmation-code").textContent()) ?? "";
      expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);

      await page.goto("/uk/rounds/2026/receipt");
      await page.locator("#code").fill(code.toLowerCase());
      await press(t("voting.receipt.check"));
      await expect(main).toContainText(t("voting.receipt.yes", { code }));
      await page.goto(`${ballot}/sent`);
      await expect(main).not.toContainText(code);
      await page.goto(ballot);
      await expect(main).toContainText(t("voting.ballot.replaces"));
      await expect(boxes.first()).not.toBeChecked();
    });
  });
}

test("the ballot and its pages are accessible and fit a phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "voter03@vilshana.example", password);
  const main = page.getByRole("main");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      ballot,
      `${ballot}/sent`,
      "/uk/rounds/2026/receipt",
      "/uk/rounds",
      "/uk/rounds/2026",
    ]) {
      await page.goto(path);
      await expectAccessible();
      await expectNoSideScroll();
    }
    await page.goto(ballot);
    await main.getByRole("button", { name: t("voting.ballot.check") }).click();
    await expectAccessible();
    await main.getByRole("checkbox").first().check({ force: true });
    await main.getByRole("button", { name: t("voting.ballot.check") }).click();
    await expectAccessible();
    await expectNoSideScroll();
  }
});
