import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { plantNamedDistrict, plantPerson, signInAs } from "../../../test/factories/identity";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { lettersTo, newestToken, signaturesOf } from "../../../test/factories/signing";
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

const fields = (email: string) => ({
  name: "Марко Зразок",
  email,
  district,
  basis: "registered",
  ofAge: "yes",
});

describe("signing through the server", () => {
  it("C-1 F-6 a form sent again from another session is refused; from its own it changes nothing", async () => {
    const { id, number } = await plantPetition(community);
    const path = `/uk/petitions/${number}/sign`;
    const [owner, thief] = [new Visitor(running.origin), new Visitor(running.origin)];
    const token = await owner.formToken(path);
    await thief.formToken(path);
    expect((await thief.postWith(path, fields("thief@example.org"), token)).status).toBe(403);
    expect(await lettersTo(community, "thief@example.org")).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      const answer = await owner.postWith(path, fields("owner@example.org"), token);
      expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${path}/sent`]);
    }
    const link = `/uk/petitions/confirm/${await newestToken(community, "owner@example.org")}`;
    const confirmToken = await owner.formToken(link);
    const presses = Array.from({ length: 50 }, () => owner.postWith(link, {}, confirmToken));
    expect(new Set((await Promise.all(presses)).map(({ status }) => status))).toEqual(new Set([303]));
    expect((await thief.postWith(link, {}, confirmToken)).status).toBe(403);
    expect((await owner.postWith(link, {}, confirmToken)).status).toBe(303);
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("R-2 F-5 two devices of one account press fifty times at once: one signature, no error", async () => {
    const { id, number } = await plantPetition(community);
    const path = `/uk/petitions/${number}/sign`;
    const person = await plantPerson(community, {
      bornOn: "1985-05-05",
      home: { districtId: district, basis: "registered" },
    });
    const devices = [new Visitor(running.origin), new Visitor(running.origin)];
    const presses = [];
    for (const device of devices) {
      await signInAs(device, person.email);
      const token = await device.formToken(path);
      for (let time = 0; time < 25; time += 1) presses.push(device.postWith(`${path}/account`, {}, token));
    }
    const answers = await Promise.all(presses);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get("Location")))).toEqual(new Set([path]));
    expect(await signaturesOf(community, id)).toHaveLength(1);
    const thanks = await devices[0]?.get(path);
    expect(thanks?.headers.get("Cache-Control")).toBe("no-store");
    expect(await thanks?.text()).toContain("Ваш підпис зараховано");
  });

  it("S-21 SC-7 the page after the form is one copy for everybody, without a cookie", async () => {
    const { number } = await plantPetition(community);
    const answer = await new Visitor(running.origin).get(`/uk/petitions/${number}/sign/sent`);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
