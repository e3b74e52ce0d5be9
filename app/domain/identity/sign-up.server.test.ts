import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { person, residence } from "~db/schema/identity";
import {
  goodPassword,
  isConfirmed,
  lettersOf,
  plantNamedDistrict,
  plantPerson,
  tokenIn,
} from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { confirmAddress } from "./confirm-address.server";
import type { Sender } from "./letters";
import { readMailLink } from "./mail-link-queries.server";
import { rejectSignUp } from "./reject-sign-up.server";
import { LIVES_ELSEWHERE } from "./residence-form";
import { signIn } from "./sign-in.server";
import { signUp } from "./sign-up.server";
import type { SignUpInput } from "./sign-up-form";

let community: Community;
let sender: Sender;
let number = 0;
beforeAll(async () => {
  community = await plantCommunity("newcomers");
  sender = { community, origin: "https://newcomers.example.org" };
});
beforeEach(() => {
  number += 1;
});

const input = (given: Partial<SignUpInput> = {}): SignUpInput => ({
  name: "Галина Мороз",
  email: `halyna${number}@example.org`,
  password: goodPassword,
  bornOn: null,
  district: LIVES_ELSEWHERE,
  basis: "",
  ...given,
});
const visitor = () => ({ language: "uk" as const, clientAddress: `192.0.2.${number}` });
const browser = () => ({ token: null, name: "", clientAddress: `192.0.2.${number}` });
const lettersTo = async (recipient: string) =>
  (await lettersOf(community)).filter((letter) => letter.recipient === recipient);

function filed(email: string) {
  return database()
    .select({ id: person.id, name: person.name, confirmedAt: person.confirmedAt })
    .from(person)
    .where(and(eq(person.communityId, community.id), eq(person.email, email)));
}

describe("signing up", () => {
  it("S-25 sends a link; reading it changes nothing, its button confirms", async () => {
    expect(await signUp(sender, input(), visitor())).toMatchObject({ done: true });
    const [letter] = await lettersTo(input().email);
    expect(letter?.subject).toBe("Підтвердьте свою адресу: Громада newcomers");
    expect(letter?.body).toContain("https://newcomers.example.org/uk/confirm/");
    const token = tokenIn(letter, "confirm");
    expect(await readMailLink(community, token, "confirm")).toBe("works");
    expect(await isConfirmed(community, input().email)).toBe(false);
    expect(await confirmAddress(community, token)).toMatchObject({ done: true });
    expect(await isConfirmed(community, input().email)).toBe(true);
  });

  it("S-25 R-12 the button pressed twice, or eight times at once, says the same", async () => {
    await signUp(sender, input(), visitor());
    const token = tokenIn((await lettersTo(input().email))[0], "confirm");
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirmAddress(community, token)));
    expect(answers.map(({ done }) => done)).toEqual(Array(8).fill(true));
    expect(await confirmAddress(community, token)).toMatchObject({ done: true });
    expect(await readMailLink(community, token, "confirm")).toBe("used");
  });

  it("S-12 the database holds no token of a letter", async () => {
    await signUp(sender, input(), visitor());
    const token = tokenIn((await lettersTo(input().email))[0], "confirm");
    const links = await database().execute(
      `select token_hash from mail_link where community_id = '${community.id}'`,
    );
    expect(token.length).toBeGreaterThanOrEqual(40);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it("keeps district and basis as the first residence", async () => {
    const district = await plantNamedDistrict(community, "Левада");
    await signUp(sender, input({ district, basis: "displaced" }), visitor());
    const [row] = await filed(input().email);
    const homes = await database()
      .select({ districtId: residence.districtId, basis: residence.basis })
      .from(residence)
      .where(and(eq(residence.communityId, community.id), eq(residence.personId, row?.id ?? "")));
    expect(homes).toEqual([{ districtId: district, basis: "displaced" }]);
  });

  it("S-5 refuses a district of another community", async () => {
    const other = await plantCommunity(`other${number}`);
    const district = await plantNamedDistrict(other, "Чужий");
    const outcome = await signUp(sender, input({ district, basis: "registered" }), visitor());
    expect(outcome).toEqual({ done: false, reason: "no_such_district" });
  });

  it.each([
    ["password1", "password_common"],
    ["ййййййййй", "password_pattern"],
    ["галина 1986", "password_personal"],
  ])("S-19 refuses the password %s", async (password, reason) => {
    expect(await signUp(sender, input({ password }), visitor())).toEqual({ done: false, reason });
    expect(await filed(input().email)).toEqual([]);
  });
});

describe("signing up with an address that is known", () => {
  it("S-21 answers as to a stranger and tells the owner by mail, in the owner's language", async () => {
    const owner = await plantPerson(community, { email: `owner${number}@example.org`, language: "ru" });
    const typed = `OWNER${number}+x@example.org`;
    const known = await signUp(sender, input({ email: typed, name: "Чужинець" }), visitor());
    const unknown = await signUp(sender, input(), visitor());
    expect(known).toEqual(unknown);
    const [letter] = await lettersTo(owner.email);
    expect(letter).toMatchObject({ language: "ru" });
    expect(letter?.body).toContain("https://newcomers.example.org/ru/reset");
    expect(letter?.body).not.toContain("Чужинець");
    expect(await lettersTo(typed)).toEqual([]);
    expect((await filed(owner.email))[0]?.name).toBe(owner.name);
  });

  it("S-21 takes about the same time for known and unknown people", async () => {
    const owner = await plantPerson(community);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 6; round += 1) {
      for (const kind of ["known", "unknown"] as const) {
        const email = kind === "known" ? owner.email : `fresh${round}@example.org`;
        const begun = performance.now();
        await signUp(sender, input({ email }), { language: "uk", clientAddress: `198.51.100.${round}` });
        times[kind].push(performance.now() - begun);
      }
    }
    const ratio = Math.min(...times.known) / Math.min(...times.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("A-2 writes at most three letters a day to one mailbox for one visitor, and ten in all", async () => {
    const sendTimes = async (times: number, clientAddress: string) => {
      for (let time = 0; time < times; time += 1) {
        const outcome = await signUp(sender, input(), { language: "uk", clientAddress });
        expect(outcome).toMatchObject({ done: true });
      }
      return (await lettersTo(input().email)).length;
    };
    expect(await sendTimes(5, "203.0.113.1")).toBe(3);
    expect(await sendTimes(5, "203.0.113.2")).toBe(6);
    expect(await sendTimes(5, "203.0.113.3")).toBe(9);
    expect(await sendTimes(5, "203.0.113.4")).toBe(10);
  });

  it("only the newest of several sign-ups can be confirmed, so nobody prepares an account for another", async () => {
    await signUp(sender, input({ password: "чужий таємний вислів" }), visitor());
    await signUp(sender, input(), visitor());
    const [first, second] = (await lettersTo(input().email)).map((letter) => tokenIn(letter, "confirm"));
    expect(await confirmAddress(community, first ?? "")).toEqual({ done: false, reason: "over" });
    expect(await confirmAddress(community, second ?? "")).toMatchObject({ done: true });
    const guess = { email: input().email, password: "чужий таємний вислів" };
    expect(await signIn(sender, guess, browser())).toMatchObject({ done: false, reason: "wrong" });
    expect(await signIn(sender, { ...guess, password: goodPassword }, browser())).toMatchObject({
      done: true,
    });
  });

  it("eight sign-ups at once leave one account", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        signUp(sender, input(), { ...visitor(), clientAddress: `10.0.0.${index}` }),
      ),
    );
    expect(outcomes.every(({ done }) => done)).toBe(true);
    expect(await filed(input().email)).toHaveLength(1);
  });
});

describe("a link in strange hands", () => {
  it("S-5 does nothing in another community", async () => {
    await signUp(sender, input(), visitor());
    const token = tokenIn((await lettersTo(input().email))[0], "confirm");
    const other = await plantCommunity(`stranger${number}`);
    expect(await readMailLink(other, token, "confirm")).toBe("over");
    expect(await confirmAddress(other, token)).toEqual({ done: false, reason: "over" });
    expect(await isConfirmed(community, input().email)).toBe(false);
  });

  it("A-2 the owner of the address can have the sign-up forgotten, until it is confirmed", async () => {
    const district = await plantNamedDistrict(community, "Центр");
    await signUp(sender, input({ district, basis: "actual" }), visitor());
    const token = tokenIn((await lettersTo(input().email))[0], "confirm");
    expect(await rejectSignUp(community, token)).toMatchObject({ done: true });
    expect(await filed(input().email)).toEqual([]);
    expect(await confirmAddress(community, token)).toEqual({ done: false, reason: "over" });

    const member = input({ email: `member${number}@example.org` });
    await signUp(sender, member, visitor());
    const second = tokenIn((await lettersTo(member.email))[0], "confirm");
    await confirmAddress(community, second);
    expect(await rejectSignUp(community, second)).toEqual({ done: false, reason: "over" });
    expect(await isConfirmed(community, member.email)).toBe(true);
  });
});
