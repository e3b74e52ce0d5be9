import { expect, signIn, t, test } from "../fixtures";

const password = "verba-nad-stavkom";
const setup = "/uk/admin/rounds";

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("S-9 an administrator sets up a round step by step, is told what makes no sense, and publishes it", async ({
    page,
  }) => {
    const main = page.getByRole("main");
    const press = (name: string) => main.getByRole("button", { name, exact: true }).click();
    const save = () => press(t("common.actions.save"));
    await signIn(page, "admin@vilshana.example", password);
    await page.goto(`${setup}/new`);
    await page.locator("#title_uk").fill("Пробний бюджет");
    await page.locator("#slug").fill("2026");
    await press(t("common.actions.continue"));
    await expect(page.getByRole("alert")).toContainText(t("prioritisation.refusal.slug_taken"));
    await page.locator("#slug").fill("2031");
    await press(t("common.actions.continue"));
    await expect(main).toContainText(t("prioritisation.setup.problem.no_envelope"));

    await page.goto(`${setup}/2031/text`);
    for (const language of ["uk", "ru", "en"]) {
      await page.locator(`#title_${language}`).fill("2031");
      await page.locator(`#summary_${language}`).fill("2031");
    }
    await save();
    await page.goto(`${setup}/2031/envelopes`);
    await page.locator("#amount_whole").fill("багато");
    await save();
    await expect(page.locator("#amount_whole")).toHaveValue("багато");
    await page.locator("#amount_whole").fill("1,5 млн");
    await save();
    await page.goto(`${setup}/2031/calendar`);
    const stages = ["submission", "screening", "voting", "objections"];
    for (const [index, stage] of stages.entries()) {
      await page.locator(`#${stage}_opens`).fill(`2031-0${index + 1}-01T09:00`);
      await page.locator(`#${stage}_closes`).fill(`2031-0${index + 1}-20T18:00`);
    }
    await page.locator("#result_closes").fill("2031-05-20T18:00");
    await page.locator("#voting_opens").fill("2031-02-10T09:00");
    await save();
    await expect(page.getByRole("alert")).toContainText(t("prioritisation.error.calendar.overlaps"));
    await page.locator("#voting_opens").fill("2031-03-30T03:30");
    await page.locator("#voting_closes").fill("2031-03-30T23:59");
    await save();
    // That night the clocks skip the hour: the page shows the instant that counts.
    await page.goto(`${setup}/2031/calendar`);
    await expect(page.locator("#voting_opens")).toHaveValue("2031-03-30T04:30");
    await page.goto(`${setup}/2031/criteria`);
    await press(t("prioritisation.field.usualCriteria"));

    await page.goto(`${setup}/2031/publish`);
    await page.locator("#embeddedRead").check({ force: true });
    await press(t("prioritisation.setup.publish"));
    await page.goto("/uk/rounds/2031");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("2031");
    await expect(main).toContainText(t("prioritisation.allocation.mes_cost_add1u.plain"));
  });
});

test("S-9 a change of an open vote is published with its reason", async ({ page }) => {
  const main = page.getByRole("main");
  const amend = () => main.getByRole("button", { name: t("prioritisation.step.amend") }).click();
  await signIn(page, "admin@vilshana.example", password);
  await page.goto(`${setup}/2026/rules`);
  await page.locator("#minimumVotes").fill("2");
  await amend();
  await expect(page.getByRole("alert")).toContainText(t("prioritisation.refusal.reason_required"));
  await page.locator("#reason").fill("Рішення ради № 14 від 12 листопада: поріг підтримки.");
  await amend();
  await page.goto("/uk/rounds/2026/rules");
  await expect(main).toContainText("Рішення ради № 14 від 12 листопада");
  await expect(main).toContainText(t("prioritisation.amendments.number", { number: 1 }));
});

test("a moderator fills in a card and refuses with a reason that everyone can read", async ({ page }) => {
  const main = page.getByRole("main");
  await signIn(page, "moderator@vilshana.example", password);
  await page.goto("/uk/admin/moderation");
  await main.getByRole("table").getByRole("link").first().click();
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await main.getByRole("button", { name: t("prioritisation.screening.decide") }).click();
  await expect(page.getByRole("alert")).toContainText(t("prioritisation.error.choose"));
  for (const met of await main.locator("input[value=met]").all()) await met.check({ force: true });
  await main.locator("input[value=refused]").check({ force: true });
  await page.locator("#reason").selectOption("duplicate");
  await page.locator("#note").fill("Така сама ініціатива вже є: приєднайтеся до неї.");
  await main.getByRole("button", { name: t("prioritisation.screening.decide") }).click();
  await page.goto("/uk/admin/moderation?view=refused");
  await main.getByRole("link", { name: title }).click();
  await expect(main).toContainText("Така сама ініціатива вже є");
});

test("the pages of a round and of its set-up are accessible and fit a phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "admin@vilshana.example", password);
  const steps = ["", "/text", "/envelopes", "/calendar", "/rules", "/criteria", "/criteria/1"];
  const pages = [
    "/uk/rounds/2026/rules",
    setup,
    `${setup}/new`,
    ...steps.map((step) => `${setup}/2027${step}`),
  ];
  for (const path of pages) {
    await page.goto(path);
    await expectAccessible();
    await expectNoSideScroll();
  }
});
