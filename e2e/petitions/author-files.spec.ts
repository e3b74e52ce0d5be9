import type { Page } from "@playwright/test";
import { expect, signIn, t, test } from "../fixtures";

const RESIDENT = "resident@vilshana.example";
const PASSWORD = "verba-nad-stavkom";

type Step = "title" | "similar" | "text" | "place" | "author" | "check";

const goOn = (page: Page) => page.locator("main form[method=post] button[type=submit]").first().click();
const question = (page: Page, step: Step) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(t(`filing.submit.step.${step}`));

/** Answers every step up to the check; `onEach` looks at each page first. */
async function answerAll(
  page: Page,
  { title, email }: { title: string; email?: string },
  onEach: () => Promise<void> = async () => undefined,
): Promise<void> {
  const arrive = async (step: Step) => {
    await question(page, step);
    await onEach();
  };
  await page.goto("/uk/petitions/new");
  await onEach();
  await page.getByRole("button", { name: t("filing.start.begin") }).click();
  await arrive("title");
  await page.getByLabel(t("filing.field.title")).fill(title);
  await goOn(page);
  await arrive("similar");
  await goOn(page);
  await arrive("text");
  await page.getByLabel(t("filing.field.demand")).fill("Встановити дванадцять ліхтарів.");
  await page.getByLabel(t("filing.field.grounds")).fill("Увечері діти йдуть зі школи в темряві.");
  await goOn(page);
  await arrive("place");
  await page.getByText(t("filing.place.whole"), { exact: true }).click();
  await page.getByText(t("filing.addressee.council"), { exact: true }).click();
  await goOn(page);
  await arrive("author");
  if (email) {
    await page.getByLabel(t("filing.field.authorName")).fill("Оксана Приклад");
    await page.getByLabel(t("filing.field.email")).fill(email);
  }
  await page.getByText(t("filing.field.consent")).click();
  await goOn(page);
  await arrive("check");
}

/** The newest letter to an address, as the mailbox of the demonstration shows it. */
async function openLetter(page: Page, email: string): Promise<string> {
  await page.goto("/uk/mailbox");
  await page.getByRole("row").filter({ hasText: email }).first().getByRole("link").click();
  return (await page.locator("main").textContent()) ?? "";
}

/** The author's own link and the link for first signatories, from the letter on filing. */
async function findLinks(page: Page, email: string): Promise<{ own: string; share: string }> {
  const letter = await openLetter(page, email);
  const link = (path: string) => new RegExp(`/uk/petitions/${path}/[0-9a-f]{40}`).exec(letter)?.[0] ?? "";
  return { own: link("by-author"), share: link("second") };
}

/** A neighbour signs by the link and confirms by the button behind the link of a letter. */
async function second(page: Page, share: string, email: string): Promise<void> {
  await page.goto(share);
  await page.locator("#name").fill("Галина Мороз");
  await page.locator("#email").fill(email);
  await page.locator("#district").selectOption({ index: 1 });
  await page.getByText(t("identity.basis.registered")).click();
  await page.locator("label[for=ofAge]").click();
  await page.getByRole("button", { name: t("signing.submit"), exact: true }).click();
  await openLetter(page, email);
  await page.getByRole("main").locator('a[href*="/petitions/confirm/"]').click();
  await page.getByRole("button", { name: t("signing.confirm.submit") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("signing.thanks.title"));
}

test.describe("without scripts, on a small phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("an author files a petition, finds the links in the mail, and withdraws it", async ({ page }) => {
    const [title, email] = ["Ліхтарі на дорозі до млина", "author.one@example.org"];
    await answerAll(page, { title, email });
    const change = new RegExp(`${t("common.actions.change")}.*${t("filing.field.title")}`);
    await page.getByRole("link", { name: change }).click();
    await page.getByLabel(t("filing.field.title")).fill(`${title} та назад`);
    await goOn(page);
    await question(page, "check");
    await goOn(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("filing.filed.heading"));
    await expect(page.getByText(email)).toBeVisible();
    await expect(page.getByLabel(t("filing.share.link"))).toHaveCount(0);
    const confirmation = page.url();
    await page.goto(confirmation.replace(/\/filed$/, ""));
    expect(page.url()).toBe(confirmation);
    const { own, share } = await findLinks(page, email);
    await page.goto(own);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title} та назад`);
    await expect(page.getByLabel(t("filing.share.link"), { exact: true })).toHaveValue(
      new RegExp(`${share}$`),
    );
    await page.getByRole("link", { name: t("filing.own.withdraw") }).click();
    await page.getByLabel(t("filing.withdraw.reason")).fill("Ліхтарі вже встановили");
    await goOn(page);
    await expect(page.getByText(t("filing.own.standing.withdrawn"))).toBeVisible();
    await expect(page.getByText("Ліхтарі вже встановили")).toBeVisible();
  });

  test("seven neighbours second it, and it goes to the moderators", async ({ page }) => {
    test.slow();
    const email = "author.three@example.org";
    await answerAll(page, { title: "Лавки вздовж алеї до бібліотеки", email });
    await goOn(page);
    const { own, share } = await findLinks(page, email);
    for (const neighbour of [1, 2, 3, 4, 5, 6]) await second(page, share, `n${neighbour}@first.example`);
    await page.goto(own);
    await expect(page.getByLabel(t("filing.share.link"), { exact: true })).toHaveCount(1);
    await second(page, share, "n7@first.example");
    await page.goto(own);
    await expect(page.locator(".page-status")).toContainText("модератора");
    const letter = await openLetter(page, email);
    expect(letter).toContain("Лавки вздовж алеї до бібліотеки");
    expect(letter).toContain("має всіх перших підписантів");
  });

  test("F-25 nothing is lost when the draft is opened on another device", async ({ page, browser }) => {
    await answerAll(page, { title: "Петиція, яку почали на телефоні", email: "author.two@example.org" });
    const link = page.url().replace(/\/check$/, "");
    const other = await browser.newContext({ javaScriptEnabled: false });
    const library = await other.newPage();
    await library.goto(link);
    await question(library, "check");
    await expect(library.getByText("Встановити дванадцять ліхтарів.")).toBeVisible();
    await other.close();
  });
});

test("every step can be read by everybody and fits a small phone; an account sees its links at once", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  test.slow();
  const look = async () => {
    await expectAccessible();
    await expectNoSideScroll();
  };
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, RESIDENT, PASSWORD);
  await answerAll(page, { title: "Ліхтарі біля ставка" }, look);
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("filing.filed.heading"));
  await look();
  const link = page.getByLabel(t("filing.share.link"), { exact: true });
  await expect(link).toHaveValue(/\/uk\/petitions\/second\/[0-9a-f]{40}$/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page
    .getByRole("button", { name: t("filing.share.copy") })
    .first()
    .click();
  await expect(page.getByText(t("filing.share.copied"))).toBeVisible();
  await page.getByRole("link", { name: /by-author/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ліхтарі біля ставка");
  await look();
});

test("a mistake is told first, in the same words beside the field, and what was typed stays", async ({
  page,
}) => {
  await page.goto("/uk/petitions/new");
  await page.getByRole("button", { name: t("filing.start.begin") }).click();
  await goOn(page);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(t("filing.error.titleEmpty"));
  await expect(page.getByText(t("filing.error.titleEmpty"))).toHaveCount(2);
});
