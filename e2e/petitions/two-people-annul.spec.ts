import type { Page } from "@playwright/test";
import { expect, signIn, t, test } from "../fixtures";

const password = "verba-nad-stavkom";
const cause = "Підписи з одного столу за хвилину";
const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();

/** Gives a role to a demonstration person, as an administrator does. */
async function grant(page: Page, email: string, role: string): Promise<void> {
  await page.goto("/uk/admin/members");
  await page.locator("#email").fill(email);
  await page.locator("#email").press("Enter");
  await page.locator("#role").selectOption(role);
  await press(page, t("identity.members.grant"));
}

/** A wall clock reading so many days from now. */
function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 16);
}

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("S-10 a consultant signs for residents, one person doubts it, another annuls, and it is put back", async ({
    browser,
    page,
    expectNoSideScroll,
  }) => {
    const [desk, admin] = [await browser.newPage(), await browser.newPage()];
    await signIn(admin, "admin@vilshana.example", password);
    await grant(admin, "admin@vilshana.example", "moderator");

    await signIn(desk, "consultant@vilshana.example", password);
    await desk.goto("/uk/desk/petitions");
    await desk.getByRole("main").getByRole("table").getByRole("link").last().click();
    const number = /petitions\/(\d+)\//.exec(desk.url())?.[1] ?? "";
    await desk.locator("#name").fill("Ганна Джерельна");
    await desk.locator("#bornOn").fill("1948-05-06");
    await desk.locator("#district").selectOption({ index: 1 });
    await desk.locator("#basis").check({ force: true });
    await press(desk, t("integrity.desk.sign"));
    await expect(desk.getByRole("alert")).toContainText(t("integrity.desk.fault.consent"));
    await expect(desk.locator("#name")).toHaveValue("Ганна Джерельна");
    await desk.locator("#consent").check({ force: true });
    await press(desk, t("integrity.desk.sign"));
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t("integrity.desk.doneTitle"));

    await page.setViewportSize({ width: 320, height: 640 });
    await signIn(page, "moderator@vilshana.example", password);
    const list = `/uk/admin/petitions/${number}/quarantines`;
    await page.goto(`${list}/new`);
    await page.locator("#cause").fill(cause);
    await press(page, t("integrity.suspicion.preview"));
    await expect(page.getByRole("alert")).toContainText(t("integrity.suspicion.fault.wide"));
    await page.locator("#from").fill(day(-1));
    await page.locator("#to").fill(day(1));
    await press(page, t("integrity.suspicion.preview"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("integrity.preview.title"));
    await expectNoSideScroll();
    await press(page, t("integrity.preview.propose"));
    await expect(page.getByRole("main")).toContainText(t("integrity.decide.waits"));
    await expect(page.getByRole("main")).not.toContainText("Ганна Джерельна");
    const one = new URL(page.url()).pathname;

    await admin.goto(one);
    await press(admin, t("integrity.decide.annul"));
    await expect(admin.getByRole("main")).toContainText(t("integrity.decide.ownAnnulment"));
    await expect(async () => {
      await page.goto(one);
      await expect(page.getByRole("button", { name: t("integrity.decide.restore") })).toBeVisible({
        timeout: 500,
      });
    }).toPass();
    const visitor = await browser.newPage();
    await visitor.goto(`/uk/petitions/${number}?after=annulment`);
    await expect(visitor.getByRole("main")).toContainText(cause);
    await expect(visitor.getByRole("main")).not.toContainText("Ганна Джерельна");

    await press(page, t("integrity.decide.restore"));
    await expect(page.getByRole("main")).toContainText(t("integrity.quarantine.decision.restored"));
    await Promise.all([desk.close(), admin.close(), visitor.close()]);
  });

  test("S-10 a sheet counts once another clerk has compared it with the paper", async ({
    browser,
    page,
    expectNoSideScroll,
  }) => {
    const other = await browser.newPage();
    await signIn(other, "admin@vilshana.example", password);
    await grant(other, "admin@vilshana.example", "clerk");
    await page.setViewportSize({ width: 320, height: 640 });
    await signIn(page, "clerk@vilshana.example", password);
    await page.goto("/uk/admin/petition-sheets");
    await page.getByRole("main").getByRole("table").getByRole("link").last().click();
    await page.locator("#batch").fill("Тека 1");
    await page.locator("#number").fill("1");
    await page.locator("#name_1").fill("Мирон Польовий");
    await page.locator("#born_1").fill("1955-01-30");
    await page.locator("#name_2").fill("?");
    await press(page, t("integrity.sheet.keep"));
    await expect(page.getByRole("status")).toContainText(t("integrity.sheets.keyed"));
    await expectNoSideScroll();
    const sheet = page.getByRole("link", {
      name: t("integrity.sheet.caption", { batch: "Тека 1", number: 1 }),
    });
    await sheet.click();
    await expect(page.getByRole("main")).toContainText(t("integrity.sheet.own"));
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);

    await other.goto(page.url());
    await other.locator("#outcome_1").check({ force: true });
    await press(other, t("integrity.sheet.check"));
    await expect(other.getByRole("alert")).toContainText(t("integrity.sheet.fault.outcome"));
    await other.locator("input[name=outcome_2][value=unreadable]").check({ force: true });
    await press(other, t("integrity.sheet.check"));
    await expect(other.getByRole("main")).toContainText(t("integrity.sheet.outcome.accepted"));
    await expect(other.getByRole("main")).toContainText(t("integrity.sheet.outcome.unreadable"));
    await other.close();
  });
});

test("limits, networks and the report are accessible and fit a phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "admin@vilshana.example", password);
  await page.goto("/uk/admin/signing-networks");
  await page.locator("#lines").fill("203.0.113.0/24;UA;blocked;Скарга\nне мережа");
  await press(page, t("integrity.networks.add"));
  await expect(page.getByRole("alert")).toContainText(t("integrity.networks.fault.network", { line: 2 }));
  await page.locator("#lines").fill("203.0.113.0/24;UA;usual;Скарга");
  await press(page, t("integrity.networks.add"));
  await expect(page.getByRole("rowheader", { name: "203.0.113.0/24" })).toBeVisible();
  for (const path of ["signing-networks", "signing-limits", "assisted-signing"]) {
    await page.goto(`/uk/admin/${path}`);
    await expectAccessible();
    await expectNoSideScroll();
  }
});

test("the pages of checks, sheets and the desk are accessible and fit a phone", async ({
  page,
  expectAccessible,
  expectNoSideScroll,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const look = async (email: string, paths: string[]) => {
    await page.context().clearCookies();
    await signIn(page, `${email}@vilshana.example`, password);
    for (const path of paths) {
      await page.goto(`/uk/${path}`);
      await expectAccessible();
      await expectNoSideScroll();
    }
  };
  await look("consultant", ["desk/petitions"]);
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  const number = /petitions\/(\d+)\//.exec(page.url())?.[1] ?? "";
  await look("consultant", [`desk/petitions/${number}/sign`, `desk/petitions/${number}/text`]);
  await look("clerk", ["admin/petition-sheets", `admin/petitions/${number}/sheets`]);
  const checks = `admin/petitions/${number}/quarantines`;
  await look("moderator", [checks, `${checks}/new`]);
  await page.locator("#from").fill(day(-400));
  await page.locator("#to").fill(day(1));
  await page.locator("#cause").fill(cause);
  await press(page, t("integrity.suspicion.preview"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("integrity.preview.title"));
  await expectAccessible();
  await expectNoSideScroll();
});
