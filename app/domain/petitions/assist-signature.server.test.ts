import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Consultant } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { signature } from "~db/schema/signatures";
import { plantPerson } from "../../../test/factories/identity";
import { countAll, givenSignature, plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { lettersTo, moveEnd, newestToken, nextAddress, signaturesOf } from "../../../test/factories/signing";
import { addSignatures } from "./add-signatures.server";
import type { AssistInput } from "./assist-form";
import { assistSignature } from "./assist-signature.server";
import { listAssistedReport } from "./assisted-queries.server";
import { findAsking, findOwnSignature, findPetitionToSign } from "./signing-queries.server";
import { undoSignature } from "./undo-signature.server";

let community: Community;
let communities = 0;
let consultant: Consultant;
beforeEach(async () => {
  communities += 1;
  community = await plantCommunity(`assist-${communities}`);
  consultant = (await plantPerson(community, { roles: ["consultant"] })) as Consultant;
});

const person: AssistInput = {
  name: "Ганна Криничка",
  bornOn: "1948-05-06",
  district: "",
  basis: "registered",
  email: "",
  language: "uk",
  showName: false,
  consent: true,
};

async function assist(number: number, given: Partial<AssistInput> = {}, by = consultant) {
  const petition = await findPetitionToSign(community, { number });
  if (!petition) throw new Error("the petition is not there");
  const sender = { community, origin: "https://o.example" };
  const input = { ...person, ...given };
  return await assistSignature(sender, by, { petition, input, clientAddress: nextAddress() });
}

describe("a signature at a desk", () => {
  it("is marked with who helped, and told to nobody without a mailbox", async () => {
    const { id, number } = await plantPetition(community);
    expect(await assist(number)).toMatchObject({ done: true });
    const [row] = await database()
      .select({ channel: signature.channel, assistedBy: signature.assistedBy, personId: signature.personId })
      .from(signature)
      .where(and(eq(signature.communityId, community.id), eq(signature.petitionId, id)));
    expect(row).toEqual({ channel: "assisted", assistedBy: consultant.id, personId: null });
    const acts = await database()
      .select({ actorId: auditEvent.actorId, details: auditEvent.details })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, community.id), eq(auditEvent.act, "signature.assist")));
    expect(acts).toEqual([{ actorId: consultant.id, details: { told: false } }]);
  });

  it("is told to the resident's own mailbox, which takes it back", async () => {
    const { id, number } = await plantPetition(community);
    await assist(number, { email: "hanna@example.org", language: "ru" });
    const letters = await lettersTo(community, "hanna@example.org");
    expect(letters).toMatchObject([{ language: "ru" }]);
    expect(letters[0]?.body).not.toContain(person.name);
    const asking = await findAsking(community, await newestToken(community, "hanna@example.org"));
    if (!asking) throw new Error("the letter has no link");
    expect(asking).toMatchObject({ isConfirmed: true, isOver: false });
    const signer = { petitionId: id, signerKey: asking.signerKey };
    expect(await findOwnSignature(community, signer)).toBe("signed");
    expect(await undoSignature(community, signer)).toMatchObject({ done: true });
    expect(await findOwnSignature(community, signer)).toBe("taken_back");
  });

  it("R-24 counts a person once, at eight desks at once, with a mailbox and without", async () => {
    const { id, number } = await plantPetition(community);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => assist(number)));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(await assist(number, { email: "hanna@example.org" })).toMatchObject({ reason: "signed_before" });
    expect(await signaturesOf(community, id)).toHaveLength(1);
    const mail = { name: "Петро Стежка", email: "petro@example.org" };
    expect(await assist(number, mail)).toMatchObject({ done: true });
    expect(await assist(number, { ...mail, email: "" })).toMatchObject({ reason: "signed_before" });
    expect(await assist(number, { ...mail, email: "other@example.org" })).toMatchObject({
      reason: "signed_before",
    });
    expect(await signaturesOf(community, id)).toHaveLength(2);
  });

  it("R-14 counts a mailbox once, also one that signed by itself before", async () => {
    const { id, number } = await plantPetition(community);
    await addSignatures(community, [givenSignature(community, id, "hanna@example.org")]);
    const alias = { email: "hanna+desk@example.org" };
    expect(await assist(number, alias)).toMatchObject({ reason: "signed_before" });
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it.each([
    [{ bornOn: "2020-01-01" }, "too_young"],
    [{ district: "018f0000-0000-7000-8000-000000000000" }, "no_such_district"],
  ])("refuses %j", async (given, reason) => {
    const { id, number } = await plantPetition(community);
    expect(await assist(number, given)).toMatchObject({ reason });
    expect(await signaturesOf(community, id)).toEqual([]);
  });

  it("SC-8 comes too late after the end", async () => {
    const { id, number } = await plantPetition(community);
    await moveEnd(community, id, -1);
    expect(await assist(number, { email: "hanna@example.org" })).toMatchObject({ reason: "closed" });
    expect(await lettersTo(community, "hanna@example.org")).toEqual([]);
  });

  it("slows down a consultant who signs without end, and reports counts only", async () => {
    const { number } = await plantPetition(community);
    const outcomes = [];
    for (let place = 0; place < 41; place += 1)
      outcomes.push(
        await assist(number, {
          bornOn: `1950-01-${String((place % 28) + 1).padStart(2, "0")}`,
          name: `Житель ${place}`,
        }),
      );
    expect(outcomes.slice(0, 40).every(({ done }) => done)).toBe(true);
    expect(outcomes[40]).toMatchObject({ reason: "too_many" });
    const other = (await plantPerson(community, { roles: ["consultant"] })) as Consultant;
    expect(await assist(number, {}, other)).toMatchObject({ done: true });
    await countAll(community);
    expect(await listAssistedReport(community)).toMatchObject([
      { consultantId: consultant.id, signatures: 40, petitions: 1, removed: 0 },
      { consultantId: other.id, signatures: 1, busiestHour: 1 },
    ]);
  });
});
