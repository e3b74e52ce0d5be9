import type { Page } from "@playwright/test";
import { expect, t, test } from "../fixtures";

/** A small grey picture; the server makes it anew. */
const PHOTO = {
  name: "lavka.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQImWPoQAIMODkAdSYTIf8O1MEAAAAASUVORK5CYII=",
    "base64",
  ),
};

const goOn = (page: Page) => page.locator("main form[method=post] button[type=submit]").first().click();
const question = (
  page: Page,
  step: "title" | "similar" | "place" | "text" | "cost" | "photos" | "contact" | "check",
) => expect(page.getByRole("heading", { level: 1 })).toHaveText(t(`initiatives.submit.step.${step}`));

/** Answers every step up to the check; `onEach` looks at each page first. */
async function answerAll(page: Page, title: string, onEach: () => Promise<void>): Promise<void> {
  await page.goto("/uk/initiatives/new");
  await onEach();
  await page.getByRole("button", { name: t("initiatives.start.begin") }).click();
  await question(page, "title");
  await onEach();
  await page.getByLabel(t("initiatives.field.title")).fill(title);
  await page.getByText(t("initiatives.theme.greenery")).click();
  await goOn(page);
  await question(page, "similar");
  await onEach();
  await goOn(page);
  await question(page, "place");
  await onEach();
  await page.getByLabel(t("initiatives.place.street")).fill("садова");
  await page.getByRole("button", { name: t("initiatives.place.find") }).click();
  await page.getByRole("link", { name: "Садова" }).first().click();
  await expect(page.getByLabel(t("initiatives.field.placeNote"))).toHaveValue(/Садова/);
  await goOn(page);
  await question(page, "text");
  await onEach();
  await page.getByLabel(t("initiatives.field.problem")).fill("Біля ставка ніде сісти.");
  await page.getByLabel(t("initiatives.field.proposal")).fill("Поставити десять лавок.");
  await page.getByLabel(t("initiatives.field.beneficiaries")).fill("Усі, хто гуляє.");
  await goOn(page);
  await question(page, "cost");
  await onEach();
  await page.getByLabel(t("initiatives.field.costGuess")).fill("120 тис. грн");
  await goOn(page);
  await question(page, "photos");
  await onEach();
  await page.getByLabel(t("initiatives.field.photo"), { exact: false }).first().setInputFiles(PHOTO);
  await page.getByLabel(t("initiatives.field.photoDescription")).fill("Зламана лавка");
  await goOn(page);
  await expect(page.getByRole("img", { name: "Зламана лавка" })).toBeVisible();
  await goOn(page);
  await question(page, "contact");
  await onEach();
  await page.getByLabel(t("initiatives.field.authorName")).fill("Оксана Приклад");
  await page.getByLabel(t("initiatives.field.email")).fill("oksana@example.org");
  await page.getByText(t("initiatives.field.consent")).click();
  await goOn(page);
  await question(page, "check");
  await onEach();
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a resident submits an initiative, comes back by the link, and withdraws it", async ({ page }) => {
    const title = "Лавки біля верхнього ставка";
    await answerAll(page, title, async () => undefined);
    await expect(page.getByText("120 000")).toBeVisible();
    await page
      .getByRole("link", {
        name: new RegExp(`${t("common.actions.change")}.*${t("initiatives.field.title")}`),
      })
      .click();
    await page.getByLabel(t("initiatives.field.title")).fill(`${title} та урни`);
    await goOn(page);
    await question(page, "check");
    await goOn(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("initiatives.submitted.heading"));
    const confirmation = page.url();
    await page.goto(confirmation.replace(/\/submitted$/, ""));
    expect(page.url()).toBe(confirmation);
    await page.getByRole("link", { name: /\/i\/\d+$/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title} та урни`);
    const published = page.url();
    await page.goto(confirmation);
    await page.getByRole("link", { name: t("initiatives.withdraw.link") }).click();
    await page.getByLabel(t("initiatives.withdraw.reason")).fill("Лавки вже поставили");
    await goOn(page);
    expect(page.url()).toBe(`${published}?state=withdrawn`);
    await expect(page.getByText(t("initiatives.status.withdrawn"))).toBeVisible();
  });

  test("F-25 nothing is lost when the draft is opened on another device", async ({ page, browser }) => {
    await answerAll(page, "Лавки, які почали на телефоні", async () => undefined);
    const link = page.url().replace(/\/check$/, "");
    const other = await browser.newContext({ javaScriptEnabled: false });
    const library = await other.newPage();
    await library.goto(link);
    await question(library, "check");
    await expect(library.getByText("Поставити десять лавок.")).toBeVisible();
    await expect(library.getByRole("img", { name: "Зламана лавка" })).toBeVisible();
    await other.close();
  });
});

test("every step can be read by everybody and fits a small phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await answerAll(page, "Лавки для всіх", async () => {
    await expectAccessible();
    await expectNoSideScroll();
  });
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("initiatives.submitted.heading"));
  await expectAccessible();
  await page.getByRole("link", { name: /\/i\/\d+$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Лавки для всіх");
  await expectAccessible();
  await expectNoSideScroll();
});

test("a mistake is told first, in the same words beside the field, and what was typed stays", async ({
  page,
}) => {
  await page.goto("/uk/initiatives/new");
  await page.getByRole("button", { name: t("initiatives.start.begin") }).click();
  await page.getByLabel(t("initiatives.field.title")).fill("Лавки");
  await goOn(page);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(t("initiatives.error.themeEmpty"));
  await expect(page.getByLabel(t("initiatives.field.title"))).toHaveValue("Лавки");
});

test("the list finds every form of a word and says how many there are", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/uk/initiatives");
  await expectAccessible();
  await page.getByLabel(t("initiatives.list.words")).fill("лавок");
  await page.getByRole("button", { name: t("common.actions.search") }).click();
  await expect(page).toHaveURL(/q=%D0%BB%D0%B0%D0%B2%D0%BE%D0%BA/);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(/^\d+ ініціатив/);
  await expect(page.locator(".entry").first()).toContainText(/лавк/i);
});
