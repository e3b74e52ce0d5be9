import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { endRole } from "~/domain/identity/end-role.server";
import { grantRole } from "~/domain/identity/grant-role.server";
import { endAllSessions, listSessions } from "~/domain/identity/lucia.server";
import { findPerson } from "~/domain/identity/viewer-queries.server";
import {
  goodPassword,
  plantAdministrator,
  plantPerson,
  sessionTokenOf,
  signInAs,
} from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { startApplication, Visitor } from "../../../test/harness/application";

let community: Community;
let running: Awaited<ReturnType<typeof startApplication>>;
beforeAll(async () => {
  community = await plantCommunity("first");
  await plantCommunity("second");
  running = await startApplication();
});
afterAll(() => running.close());

const newcomer = () => new Visitor(running.origin);
const isGuest = async (visitor: Visitor) => (await visitor.get("/uk/account")).status === 302;
const holder = async (token: string) =>
  await new Visitor(running.origin).get("/uk/account", { Cookie: `__Host-session=${token}` });

/** A page without what differs for good reason: the form token and the typed address. */
async function plainPage(answer: Response): Promise<string> {
  return (await answer.text())
    .replace(/name="formToken" value="[^"]*"/g, "")
    .replace(/[\w.]+@example\.org/g, "");
}

describe("signing in and out", () => {
  it("S-14 sets a session cookie that is secure, unreadable for scripts, lax and bound to this host", async () => {
    const person = await plantPerson(community);
    const answer = await newcomer().post("/uk/sign-in", { email: person.email, password: goodPassword });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/uk/account");
    const cookies = answer.headers.getSetCookie();
    expect(cookies.filter((cookie) => cookie.startsWith("__Host-")).length).toBe(cookies.length);
    const session = cookies.find((cookie) => cookie.startsWith("__Host-session="));
    for (const word of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(session).toContain(word);
    expect(session).not.toMatch(/domain/i);
  });

  it("S-13 C-1 every sign-in changes the token and the form token, and ends the session before it", async () => {
    const [first, second] = [await plantPerson(community), await plantPerson(community)];
    const visitor = newcomer();
    const guestForm = await visitor.formToken("/uk/display");
    const own = await signInAs(visitor, first.email);
    expect((await visitor.postWith("/uk/display", { scheme: "dark" }, guestForm)).status).toBe(403);
    const form = await visitor.formToken("/uk/display");
    const answer = await visitor.postWith(
      "/uk/sign-in",
      { email: second.email, password: goodPassword },
      form,
    );
    expect(answer.status).toBe(302);
    expect(sessionTokenOf(visitor)).not.toBe(own);
    expect((await holder(own)).status).toBe(302);
    expect(await (await visitor.get("/uk/account")).text()).toContain(second.email);
  });

  it("S-16 signing out ends the session on the server too", async () => {
    const visitor = newcomer();
    const token = await signInAs(visitor, (await plantPerson(community)).email);
    expect((await holder(token)).status).toBe(200);
    await visitor.post("/uk/sign-out", {}, "/uk/account");
    expect(sessionTokenOf(visitor)).toBe("");
    expect((await holder(token)).status).toBe(302);
  });

  it("S-21 a wrong password and an unknown address get the same page and status", async () => {
    const person = await plantPerson(community);
    const wrong = await newcomer().post("/uk/sign-in", { email: person.email, password: "не той пароль" });
    const unknown = await newcomer().post("/uk/sign-in", {
      email: "nobody@example.org",
      password: "не той пароль",
    });
    expect([wrong.status, unknown.status]).toEqual([409, 409]);
    const page = await plainPage(wrong);
    expect(await plainPage(unknown)).toBe(page);
    expect(page).toContain("Неправильна адреса або пароль");
    expect(page).not.toContain("не той пароль");
  });

  it.each([
    ["//evil.example/uk", "/uk/account"],
    ["https://evil.example/uk", "/uk/account"],
    ["/\\evil.example", "/uk/account"],
    ["/uk/rounds?sort=title", "/uk/rounds?sort=title"],
  ])("S-29 leads from next=%s to %s", async (next, target) => {
    const person = await plantPerson(community);
    const fields = { email: person.email, password: goodPassword, next };
    const answer = await newcomer().post(
      "/uk/sign-in",
      fields,
      `/uk/sign-in?next=${encodeURIComponent(next)}`,
    );
    expect(answer.headers.get("Location")).toBe(target);
  });

  it("S-5 a session of one community is unknown in the next, also under its own name", async () => {
    const token = await signInAs(newcomer(), (await plantPerson(community)).email);
    const second = new Visitor(running.origin, `second.localhost:${new URL(running.origin).port}`);
    const answer = await second.get("/uk/account", { Cookie: `__Host-session=${token}` });
    expect(answer.status).toBe(302);
  });
});

describe("sessions and rights of somebody signed in", () => {
  it("S-17 lists the devices and ends another one, not by its token but by its hash", async () => {
    const person = await plantPerson(community);
    const [phone, desk] = [newcomer(), newcomer()];
    await signInAs(phone, person.email);
    await signInAs(desk, person.email);
    const [, older] = await listSessions(community, person.id);
    const page = await (await desk.get("/uk/account/sessions")).text();
    expect(page).toContain(older?.hash);
    expect(page).not.toContain(sessionTokenOf(phone));
    expect((await holder(older?.hash ?? "")).status).toBe(302);
    await desk.post("/uk/account/sessions", { session: older?.hash ?? "" });
    expect([await isGuest(phone), await isGuest(desk)]).toEqual([true, false]);
  });

  it("S-16 signs out everywhere", async () => {
    const person = await plantPerson(community);
    const [phone, desk] = [newcomer(), newcomer()];
    await signInAs(phone, person.email);
    await signInAs(desk, person.email);
    await desk.post("/uk/account/sessions/end-all", {}, "/uk/account/sessions");
    expect([await isGuest(phone), await isGuest(desk)]).toEqual([true, true]);
  });

  it("S-6 a role opens its pages at once and closes them at once", async () => {
    const administrator = await plantAdministrator(community);
    const person = await plantPerson(community);
    const visitor = newcomer();
    await signInAs(visitor, person.email);
    const status = async () => (await visitor.get("/uk/admin/members")).status;
    expect(await status()).toBe(403);
    const grant = { personId: person.id, role: "administrator" as const, from: null, until: null };
    const granted = await grantRole(community, administrator, grant);
    expect(await status()).toBe(200);
    await endRole(community, administrator, granted.done ? granted.value : "");
    expect(await status()).toBe(403);
  });

  it("S-3 refuses fields that only the server sets", async () => {
    const person = await plantPerson(community);
    const visitor = newcomer();
    await signInAs(visitor, person.email);
    const fields = {
      name: "Інше ім’я",
      language: "uk",
      bornOn: "",
      email: "other@example.org",
      role: "administrator",
    };
    expect((await visitor.post("/uk/account/details", fields)).status).toBe(422);
    expect(await findPerson(community, person.id)).toMatchObject({
      name: person.name,
      email: person.email,
      roles: [],
    });
  });
});

describe("F-25 a session that ends while somebody writes", () => {
  const written = "Оксана, яка довго пише & «думає» <про> все";
  const escaped = "Оксана, яка довго пише &amp; «думає» &lt;про&gt; все";

  /** The value of a hidden field in the main part of a page. */
  function hidden(page: string, name: string): string {
    const main = page.slice(page.indexOf("<main"));
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(main)?.[1] ?? "";
  }

  async function interrupted(name = written) {
    const person = await plantPerson(community, { name: "Оксана" });
    const visitor = newcomer();
    await signInAs(visitor, person.email);
    const form = await visitor.formToken("/uk/account/details");
    await endAllSessions(community, person.id);
    const fields = { name, language: "ru", bornOn: "1984-03-02" };
    const answer = await visitor.postWith("/uk/account/details", fields, form);
    return { person, visitor, answer, page: await answer.text() };
  }

  it("F-25 asks to sign in on the spot, shows what was written, and stores nothing", async () => {
    const { person, answer, page } = await interrupted();
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Location")).toBeNull();
    expect(page).toContain("Увійдіть, щоб продовжити");
    expect(page).toContain(escaped);
    expect((await findPerson(community, person.id))?.name).toBe("Оксана");
  });

  it("F-25 keeps it through a wrong password, then sends it on field by field after a right one", async () => {
    const { person, visitor, page } = await interrupted("Оксана Дзвін, авторка кількох ініціатив");
    const attempt = (password: string, from: string) =>
      visitor.postWith(
        "/uk/sign-in",
        { email: person.email, password, kept: hidden(from, "kept") },
        hidden(from, "formToken"),
      );
    const wrong = await attempt("не той пароль", page);
    const again = await wrong.text();
    expect(wrong.status).toBe(409);
    expect(again).toContain("Неправильна адреса або пароль");
    const right = await attempt(goodPassword, again);
    const sender = await right.text();
    expect(right.status).toBe(200);
    expect(sender).toContain('<form method="post" action="/uk/account/details"');
    const resent = Object.fromEntries(
      ["name", "language", "bornOn"].map((name) => [name, hidden(sender, name)]),
    );
    const saved = await visitor.postWith("/uk/account/details", resent, hidden(sender, "formToken"));
    expect(saved.headers.get("Location")).toBe("/uk/account");
    expect(await findPerson(community, person.id)).toMatchObject({
      name: "Оксана Дзвін, авторка кількох ініціатив",
      language: "ru",
      bornOn: "1984-03-02",
    });
  });

  it("F-25 a form with a password is not carried: the page to sign in opens instead", async () => {
    const passwords = { currentPassword: goodPassword, password: "нові чотири слова" };
    const answer = await newcomer().postWith("/uk/account/password", passwords, "");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/uk/sign-in?next=%2Fuk%2Faccount%2Fpassword");
  });

  it("S-29 F-25 a forged kept form leads nowhere else", async () => {
    const person = await plantPerson(community);
    const kept = btoa(
      JSON.stringify({ action: "https://evil.example/uk", fields: [["a", "b"]], filesLost: false }),
    );
    const answer = await newcomer().post("/uk/sign-in", {
      email: person.email,
      password: goodPassword,
      kept,
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/uk/account");
  });
});
