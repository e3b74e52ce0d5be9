import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Resident } from "~/domain/identity/viewer";
import { setClock } from "~/platform/clock.server";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import {
  annulmentsOf,
  askedSignature,
  moveEnd,
  nextAddress,
  signaturesOf,
} from "../../../test/factories/signing";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { confirmSignature } from "./confirm-signature.server";
import { presetRules } from "./rule-presets";
import { signPetition } from "./sign-petition.server";
import { signerKey } from "./signer-key.server";
import { findPetitionToSign } from "./signing-queries.server";
import { undoSignature } from "./undo-signature.server";

let community: Community;
let district: string;
beforeAll(async () => {
  community = await plantCommunity("signers");
  district = await plantDistrict(community);
});
const sender = () => ({ community, origin: "https://petitions.example.org" });

async function sign(resident: Resident, number: number, choices = { showName: false, news: false }) {
  const petition = await findPetitionToSign(community, { number });
  if (!petition) throw new Error("the petition is not there");
  return await signPetition(sender(), resident, { petition, choices, clientAddress: nextAddress() });
}

describe("signing with an account", () => {
  it("records district, basis and whose account it was", async () => {
    const resident = await plantResident(community, district);
    const { id, number } = await plantPetition(community);
    expect(await sign(resident, number)).toEqual({ done: true, value: "added" });
    expect(await signaturesOf(community, id)).toEqual([
      {
        signerKey: signerKey(community, resident.email),
        channel: "account",
        name: resident.name,
        showName: true,
        districtId: district,
        personId: resident.id,
      },
    ]);
  });

  it("shows a name as the rules say: always, never, or as the signer chooses", async () => {
    const resident = await plantResident(community, district);
    const shown = async (names: "public" | "hidden" | "choice", showName: boolean) => {
      const rules = { ...presetRules("ukrainian_community"), names };
      const { id, number } = await plantPetition(community, { rules });
      await sign(resident, number, { showName, news: false });
      return (await signaturesOf(community, id))[0]?.showName;
    };
    expect([await shown("public", false), await shown("hidden", true)]).toEqual([true, false]);
    expect([await shown("choice", true), await shown("choice", false)]).toEqual([true, false]);
  });

  it("R-1 R-2 R-24 F-5 fifty presses at once and one later make one signature, all answered kindly", async () => {
    const resident = await plantResident(community, district);
    const { id, number } = await plantPetition(community);
    const answers = await Promise.all(Array.from({ length: 50 }, () => sign(resident, number)));
    expect(answers.filter(({ done }) => done)).toHaveLength(50);
    expect(await sign(resident, number)).toEqual({ done: true, value: "again" });
    expect(await signaturesOf(community, id)).toHaveLength(1);
    expect(await annulmentsOf(community, id)).toEqual([]);
  });

  it("R-2 R-14 an account and its mailbox are one signer, in both orders", async () => {
    const resident = await plantResident(community, district);
    const { id, number } = await plantPetition(community);
    const [local, host] = resident.email.split("@");
    const given = { email: `${local?.toUpperCase()}+again@${host}`, district };
    const { asking } = await askedSignature(community, number, given);
    const both = await Promise.all([sign(resident, number), confirmSignature(sender(), asking)]);
    expect(both.every(({ done }) => done)).toBe(true);
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("R-24 a repeated signing never takes the signature away; only taking it back does", async () => {
    const resident = await plantResident(community, district);
    const { id, number } = await plantPetition(community);
    const signer = { petitionId: id, signerKey: signerKey(community, resident.email) };
    await sign(resident, number);
    await sign(resident, number);
    expect(await annulmentsOf(community, id)).toEqual([]);
    await undoSignature(community, signer);
    expect(await sign(resident, number)).toEqual({ done: true, value: "put_back" });
    expect(await sign(resident, number)).toEqual({ done: true, value: "again" });
    expect(await annulmentsOf(community, id)).toHaveLength(2);
  });

  it("F-7 signs a second before the end and not at it, whatever the clock of this process says", async () => {
    const [early, late] = [
      await plantResident(community, district),
      await plantResident(community, district),
    ];
    const { id, number } = await plantPetition(community);
    await moveEnd(community, id, 1);
    setClock(() => new Date(Date.now() + 600_000));
    expect(await sign(early, number)).toEqual({ done: true, value: "added" });
    await moveEnd(community, id, 0);
    setClock(() => new Date(Date.now() - 600_000));
    expect(await sign(late, number)).toEqual({ done: false, reason: "closed" });
    setClock();
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("judges age on the day it is in the community", async () => {
    const { number } = await plantPetition(community);
    const resident = await plantResident(community, district, { bornOn: "2010-12-01" });
    // 22:30 in UTC is half past midnight of the birthday in Kyiv.
    setClock(() => new Date("2026-11-30T22:30:00Z"));
    const onBirthday = await sign(resident, number);
    setClock(() => new Date("2026-11-30T21:30:00Z"));
    const dayBefore = await sign({ ...resident, email: "younger@example.org" } as Resident, number);
    setClock();
    expect(onBirthday).toMatchObject({ done: true });
    expect(dayBefore).toEqual({ done: false, reason: "too_young", details: { minimumAge: 16 } });
  });

  it("does not take signatures under a hidden text", async () => {
    const resident = await plantResident(community, district);
    const { id, number } = await plantPetition(community, { hiddenAt: new Date() });
    expect(await sign(resident, number)).toEqual({ done: false, reason: "closed" });
    expect(await signaturesOf(community, id)).toEqual([]);
  });
});
