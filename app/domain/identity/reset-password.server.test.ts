import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { mailLink } from "~db/schema/identity";
import { goodPassword, isConfirmed, lettersOf, plantPerson, tokenIn } from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { changePassword } from "./change-password.server";
import type { Sender } from "./letters";
import { currentSession, listSessions } from "./lucia.server";
import { readMailLink } from "./mail-link-queries.server";
import { openDoor } from "./open-door.server";
import { requestReset } from "./request-reset.server";
import { resetPassword } from "./reset-password.server";
import { signIn } from "./sign-in.server";
import type { Person } from "./viewer";

let community: Community;
let sender: Sender;
const device = { token: null, name: "Firefox" };
const next = "шість жовтих трамваїв";
beforeAll(async () => {
  community = await plantCommunity("passwords");
  sender = { community, origin: "https://passwords.example.org" };
});

const lettersTo = async (recipient: string) =>
  (await lettersOf(community)).filter((letter) => letter.recipient === recipient);

async function askedFor(person: Person): Promise<string> {
  expect(await requestReset(sender, person.email, "192.0.2.1")).toMatchObject({ done: true });
  return tokenIn((await lettersTo(person.email)).at(-1), "reset");
}

async function isAlive(token: string): Promise<boolean> {
  return (await currentSession(community, `__Host-session=${token}`)).viewer.kind === "person";
}

async function openSession(person: Person): Promise<string> {
  const opened = await openDoor(community, person.id, device);
  return opened.done ? opened.value.session.token : "";
}

const signInWith = (person: Person, password: string) =>
  signIn(sender, { email: person.email, password }, { ...device, clientAddress: "192.0.2.9" });

describe("a forgotten password", () => {
  it("S-16 S-30 a reset ends every session, signs in anew and tells the person", async () => {
    const person = await plantPerson(community);
    const old = [await openSession(person), await openSession(person)];
    const outcome = await resetPassword(sender, await askedFor(person), next, device);
    expect(outcome).toMatchObject({ done: true, value: { person: { id: person.id } } });
    expect(await Promise.all(old.map(isAlive))).toEqual([false, false]);
    expect(await listSessions(community, person.id)).toHaveLength(1);
    expect((await lettersTo(person.email)).at(-1)?.subject).toContain("Ваш пароль змінено");
    expect(await signInWith(person, goodPassword)).toMatchObject({ reason: "wrong" });
    expect(await signInWith(person, next)).toMatchObject({ done: true });
  });

  it("S-25 a link works once, also when pressed eight times at once", async () => {
    const person = await plantPerson(community);
    const token = await askedFor(person);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => resetPassword(sender, token, `${next} ${index}`, device)),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(await readMailLink(community, token, "reset")).toBe("used");
    expect(await listSessions(community, person.id)).toHaveLength(1);
  });

  it("S-19 a weak password leaves the link unused", async () => {
    const person = await plantPerson(community);
    const token = await askedFor(person);
    expect(await resetPassword(sender, token, "qwerty123", device)).toEqual({
      done: false,
      reason: "password_common",
    });
    expect(await readMailLink(community, token, "reset")).toBe("works");
  });

  it("S-20 a second request takes nothing away, a used link ends all others", async () => {
    const person = await plantPerson(community);
    const [first, second] = [await askedFor(person), await askedFor(person)];
    expect(await readMailLink(community, first, "reset")).toBe("works");
    expect(await resetPassword(sender, first, next, device)).toMatchObject({ done: true });
    expect(await resetPassword(sender, second, `${next} 2`, device)).toEqual({ done: false, reason: "over" });
  });

  it("a link is over after a day", async () => {
    const person = await plantPerson(community);
    const token = await askedFor(person);
    await database()
      .update(mailLink)
      .set({ expiresAt: sql`clock_timestamp() - interval '1 second'` })
      .where(and(eq(mailLink.communityId, community.id), eq(mailLink.personId, person.id)));
    expect(await readMailLink(community, token, "reset")).toBe("over");
    expect(await resetPassword(sender, token, next, device)).toEqual({ done: false, reason: "over" });
  });

  it("S-21 says the same about an unknown address and sends nothing", async () => {
    const person = await plantPerson(community);
    const known = await requestReset(sender, person.email, "192.0.2.5");
    const unknown = await requestReset(sender, "nobody@example.org", "192.0.2.5");
    expect(unknown).toEqual(known);
    expect(await lettersTo("nobody@example.org")).toEqual([]);
  });

  it("R-11 the link of another letter is no key: a confirmation resets nothing", async () => {
    const person = await plantPerson(community);
    const token = await askedFor(person);
    expect(await readMailLink(community, token, "confirm")).toBe("over");
    const other = await plantCommunity("passwords2");
    const elsewhere = await resetPassword({ ...sender, community: other }, token, next, device);
    expect(elsewhere).toEqual({ done: false, reason: "over" });
    expect(await isConfirmed(community, person.email)).toBe(true);
  });
});

describe("changing the password", () => {
  it("S-16 S-30 needs the present one, ends the other sessions and tells the person", async () => {
    const person = await plantPerson(community);
    const [mine, other] = [await openSession(person), await openSession(person)];
    const refusal = await changePassword(
      sender,
      person,
      { currentPassword: "не той пароль", password: next },
      device,
    );
    expect(refusal).toEqual({ done: false, reason: "wrong_password" });
    expect(await isAlive(mine)).toBe(true);
    const changed = await changePassword(
      sender,
      person,
      { currentPassword: goodPassword, password: next },
      device,
    );
    expect(changed).toMatchObject({ done: true });
    expect([await isAlive(mine), await isAlive(other)]).toEqual([false, false]);
    expect(await isAlive(changed.done ? changed.value.session.token : "")).toBe(true);
    expect((await lettersTo(person.email)).at(-1)?.body).toContain("https://passwords.example.org/uk/reset");
  });

  it("S-20 guessing the present password from a stolen session is slowed down", async () => {
    const person = await plantPerson(community);
    const reasons = [];
    for (let time = 0; time < 11; time += 1) {
      const outcome = await changePassword(
        sender,
        person,
        { currentPassword: `${time} вгадую`, password: next },
        device,
      );
      reasons.push(outcome.done ? "done" : outcome.reason);
    }
    expect(reasons).toEqual([...Array(10).fill("wrong_password"), "too_many"]);
  });
});
