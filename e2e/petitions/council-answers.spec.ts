import type { Page } from "@playwright/test";
import { expect, signIn, t, test } from "../fixtures";

const clerk = ["clerk@vilshana.example", "verba-nad-stavkom"] as const;
const signer = "yaryna@followers.example";

const submit = (page: Page) => page.locator("main form button[type=submit]").last();
const heading = (page: Page) => page.locator("h1");

/** The number of a petition that may still be signed by mail and is not answered yet. */
async function openForm(page: Page): Promise<number> {
  for (let number = 12; number >= 1; number -= 1) {
    const answer = await page.goto(`/uk/petitions/${number}/sign`);
    if (answer?.status() !== 200 || (await page.locator("#email").count()) === 0) continue;
    await page.goto(`/uk/petitions/${number}`);
    if ((await page.getByText(t("answers.box.signedBy")).count()) === 0) return number;
  }
  throw new Error("The demonstration has no petition to sign and to answer.");
}

/** A resident signs by the link of a letter and asks to hear more. */
async function signAndFollow(page: Page, number: number): Promise<void> {
  await page.goto(`/uk/petitions/${number}/sign`);
  await page.locator("#name").fill("Ярина Стежко");
  await page.locator("#email").fill(signer);
  await page.locator("#district").selectOption({ index: 1 });
  await page.getByText(t("identity.basis.registered")).click();
  await page.locator("label[for=ofAge]").click();
  await page.locator("label[for=news]").click();
  await submit(page).click();
  await openLetter(page, signer, "/petitions/confirm/");
  await page.getByRole("button", { name: t("signing.confirm.submit") }).click();
  await expect(heading(page)).toHaveText(t("signing.thanks.title"));
}

/** Follows the link of the newest letter to an address, in the mailbox of the demonstration. */
async function openLetter(page: Page, email: string, link: string, subject = email): Promise<void> {
  await expect(async () => {
    await page.goto("/uk/mailbox");
    const row = page.getByRole("row").filter({ hasText: email }).filter({ hasText: subject });
    await row.first().getByRole("link").click({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await page.getByRole("main").locator(`a[href*="${link}"]`).click();
}

async function writeAnswer(page: Page): Promise<void> {
  await page.getByText(t("answers.outcome.accepted"), { exact: true }).click();
  await page.locator("#body").fill("Роботи почнуться навесні.\n\nПідрядника виберуть до березня.");
  await page.locator("#signedBy").fill("Секретар ради Надія Лозова");
  await page.locator("#documents").fill("Рішення № 7; https://rada.vilshana.example/7.pdf");
  await page.locator("#votes").fill("Гнат Левада; за\nМарія Криниця; утрималася");
  for (const [name, total] of [
    ["for", "2"],
    ["against", "0"],
    ["abstained", "1"],
    ["absent", "0"],
  ]) {
    await page.locator(`#total_${name}`).fill(total ?? "");
  }
  await submit(page).click();
}

test.describe("without scripts, on a phone of 320 px", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("R-12 the council answers, a signer is told by letter and leaves by its button", async ({
    page,
    browser,
    expectNoSideScroll,
  }) => {
    const number = await openForm(page);
    await signAndFollow(page, number);

    const office = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await signIn(office, ...clerk);
    await office.goto("/uk/admin/petition-answers");
    await office.locator("#number").fill(String(number));
    await office.getByRole("button", { name: t("answers.desk.findButton") }).click();
    await writeAnswer(office);
    await expect(office.getByRole("alert")).toContainText("2");
    await office.locator("#total_for").fill("1");
    await submit(office).click();
    await expect(heading(office)).toHaveText(t("answers.write.checkTitle"));
    await expect(office.getByRole("main")).toContainText("Підрядника виберуть до березня.");
    await office.getByRole("button", { name: t("answers.write.publish"), exact: true }).click();
    await expect(office.getByRole("main")).toContainText(t("answers.write.present", { version: 1 }));
    await office.context().close();

    await openLetter(page, signer, `/uk/petitions/${number}`, t("answers.letter.subject.answer", { number }));
    await expect(page.locator("#answer")).toContainText("Роботи почнуться навесні.");
    await expect(page.locator("#answer")).toContainText("Рішення № 7");
    await expectNoSideScroll();

    await openLetter(page, signer, "/petitions/leave/", t("answers.letter.subject.answer", { number }));
    await page.reload();
    await expect(heading(page)).toHaveText(t("answers.leave.title"));
    await expectNoSideScroll();
    await page.getByRole("button", { name: t("answers.leave.button") }).click();
    await expect(heading(page)).toHaveText(t("answers.leave.goneTitle"));
    await page.goto("/uk/petitions/answers");
    await expectNoSideScroll();
    await expect(heading(page)).toHaveText(t("answers.register.title"));
  });
});

test("the clerk's pages are accessible, light and dark", async ({ page, expectAccessible }) => {
  await signIn(page, ...clerk);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/uk/admin/petition-answers");
    await expectAccessible();
    const first = page.locator('table a[href*="/admin/petitions/"]').first();
    const address = (await first.getAttribute("href")) ?? "";
    for (const path of [address, address.replace(/\w+$/, "debate"), address.replace(/\w+$/, "debate/held")]) {
      await page.goto(path);
      await expectAccessible();
    }
    await page.goto("/uk/petitions/answers");
    await expectAccessible();
  }
});
