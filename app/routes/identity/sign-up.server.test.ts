import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import {
  goodPassword,
  isConfirmed,
  lettersOf,
  plantNamedDistrict,
  plantPerson,
  signInAs,
  tokenIn,
} from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { startApplication, Visitor } from "../../../test/harness/application";

let community: Community;
let district: string;
let running: Awaited<ReturnType<typeof startApplication>>;
beforeAll(async () => {
  community = await plantCommunity("first");
  district = await plantNamedDistrict(community, "Левада");
  running = await startApplication();
});
afterAll(() => running.close());

const newcomer = () => new Visitor(running.origin);
const fields = (email: string) => ({
  name: "Галина Мороз",
  email,
  password: goodPassword,
  bornOn: "",
  district,
  basis: "registered",
});
const lettersTo = async (email: string) =>
  (await lettersOf(community)).filter(({ recipient }) => recipient === email);

describe("signing up", () => {
  it("S-21 known and unknown addresses get the same answer, a letter tells the difference", async () => {
    const member = await plantPerson(community);
    const known = await newcomer().post("/uk/sign-up", fields(member.email));
    const unknown = await newcomer().post("/uk/sign-up", fields("fresh@example.org"));
    for (const answer of [known, unknown]) {
      expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/uk/sign-up/sent"]);
    }
    expect((await lettersTo(member.email)).at(-1)?.subject).toContain("У вас уже є обліковий запис");
    expect((await lettersTo("fresh@example.org")).at(-1)?.subject).toContain("Підтвердьте");
  });

  it("S-25 a mail scanner that opens the link confirms nothing; the button does, twice as well as once", async () => {
    await newcomer().post("/ru/sign-up", fields("scanned@example.org"));
    const letter = (await lettersTo("scanned@example.org"))[0];
    expect(letter?.body).toContain(`${running.origin}/ru/confirm/`);
    const path = `/ru/confirm/${tokenIn(letter, "confirm")}`;
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await newcomer().get(path);
      expect(page.headers.get("Cache-Control")).toBe("no-store");
      expect(await page.text()).toContain(`action="${path}"`);
    }
    expect(await isConfirmed(community, "scanned@example.org")).toBe(false);
    const visitor = newcomer();
    const form = await visitor.formToken(path);
    for (let press = 0; press < 2; press += 1) {
      const pressed = await visitor.postWith(path, {}, form);
      expect(pressed.headers.get("Location")).toBe(path);
      expect(await (await visitor.get(path)).text()).toContain("Адрес подтверждён");
    }
    expect(await isConfirmed(community, "scanned@example.org")).toBe(true);
    expect(await signInAs(visitor, "scanned@example.org")).not.toBe("");
  });

  it("A-2 the owner of the address can refuse", async () => {
    await newcomer().post("/uk/sign-up", fields("victim@example.org"));
    const path = `/uk/confirm/${tokenIn((await lettersTo("victim@example.org"))[0], "confirm")}`;
    const visitor = newcomer();
    const answer = await visitor.post(`${path}/not-me`, {}, path);
    expect(answer.headers.get("Location")).toBe(`${path}/not-me`);
    expect(await (await visitor.get(`${path}/not-me`)).text()).toContain("Реєстрацію скасовано");
    expect(await (await visitor.get(path)).text()).toContain("Це посилання вже не діє");
  });

  it("S-19 says beside the field why a password is refused, and keeps what was typed but the password", async () => {
    const answer = await newcomer().post("/uk/sign-up", {
      ...fields("weak@example.org"),
      password: "qwerty123",
    });
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toMatch(/id="password-error"[\s\S]*?серед найпоширеніших/);
    expect(page).toContain('value="weak@example.org"');
    expect(page).toContain('value="Галина Мороз"');
    expect(page).not.toContain("qwerty123");
  });

  it("S-3 S-31 refuses a role in the form", async () => {
    const answer = await newcomer().post("/uk/sign-up", {
      ...fields("boss@example.org"),
      role: "administrator",
    });
    expect(answer.status).toBe(422);
    expect(await lettersTo("boss@example.org")).toEqual([]);
  });

  it("S-31 F-24 keeps any text as it is or refuses it beside its field, never with 500", async () => {
    const nasty = [
      "\u0000",
      "\u202egnik",
      "e\u0301".repeat(60),
      "🐘".repeat(40),
      "\ud800",
      "ы".repeat(100_000),
    ];
    for (const name of nasty) {
      const answer = await newcomer().post("/uk/sign-up", { ...fields("nasty@example.org"), name });
      expect([302, 409, 413, 422]).toContain(answer.status);
    }
  });
});

describe("a new password by mail", () => {
  it("S-25 opens a form, and only sending it changes the password", async () => {
    const person = await plantPerson(community);
    const visitor = newcomer();
    const asked = await visitor.post("/uk/reset", { email: person.email });
    expect(asked.headers.get("Location")).toBe("/uk/reset/sent");
    const path = `/uk/reset/${tokenIn((await lettersTo(person.email)).at(-1), "reset")}`;
    for (let visit = 0; visit < 3; visit += 1) expect((await newcomer().get(path)).status).toBe(200);
    expect(await signInAs(newcomer(), person.email)).not.toBe("");
    const saved = await visitor.post(path, { password: "вісім сірих вовків" });
    expect(saved.headers.get("Location")).toBe("/uk/account");
    expect((await visitor.get("/uk/account")).status).toBe(200);
    expect(await signInAs(newcomer(), person.email)).toBe("");
    expect(await (await newcomer().get(path)).text()).toContain("Це посилання вже не діє");
  });

  it("S-21 an unknown address gets the same answer", async () => {
    const answer = await newcomer().post("/uk/reset", { email: "nobody@example.org" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/uk/reset/sent"]);
    expect(await lettersTo("nobody@example.org")).toEqual([]);
  });
});

describe("the mailbox of a demonstration", () => {
  it("shows letters with their links where the demonstration runs", async () => {
    await newcomer().post("/uk/sign-up", fields("shown@example.org"));
    const demo = await startApplication({ demo: true });
    const visitor = new Visitor(demo.origin);
    const list = await (await visitor.get("/uk/mailbox")).text();
    const [, path = ""] = /href="(\/uk\/mailbox\/[0-9a-f-]+)"/.exec(list) ?? [];
    expect(await (await visitor.get(path)).text()).toContain("shown@example.org");
    await demo.close();
    expect((await newcomer().get("/uk/mailbox")).status).toBe(404);
    expect((await newcomer().get(path)).status).toBe(404);
  });
});
