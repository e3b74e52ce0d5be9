import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { signatureSheet } from "~db/schema/signature-checks";
import { plantPerson } from "../../../test/factories/identity";
import { countAll, givenSignature, plantPetition, publishedCount } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { moveEnd, signaturesOf } from "../../../test/factories/signing";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { addSignatures } from "./add-signatures.server";
import { checkSheet } from "./check-sheet.server";
import { keySheet } from "./key-sheet.server";
import { findPetition } from "./petition-queries.server";
import { type KeyedLine, type LineOutcome, reconcile } from "./sheet";
import { findSheet, listSheets } from "./sheet-queries.server";

let community: Community;
let communities = 0;
let keyer: Clerk;
let checker: Clerk;
beforeEach(async () => {
  communities += 1;
  community = await plantCommunity(`sheets-${communities}`);
  keyer = (await plantPerson(community, { roles: ["clerk"] })) as Clerk;
  checker = (await plantPerson(community, { roles: ["clerk"] })) as Clerk;
});

const keyed = (line: number, given: Partial<KeyedLine> = {}): KeyedLine => ({
  line,
  name: `Житель ${"абвгдежзик"[line]}`,
  bornOn: "1970-03-04",
  districtId: null,
  basis: "registered",
  ...given,
});

let sheets = 0;
async function plantSheet(petitionId: string, lines: KeyedLine[]): Promise<string> {
  sheets += 1;
  const outcome = await keySheet(community, keyer, { petitionId, batch: "А-1", number: sheets, lines });
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
}

async function check(petitionId: string, sheetId: string, said: LineOutcome[], by = checker) {
  const petition = await findPetition(community, { id: petitionId });
  if (!petition) throw new Error("the petition is not there");
  const outcomes = new Map(said.map((outcome, place) => [place + 1, outcome]));
  return await checkSheet({ community, origin: "https://o.example" }, by, { petition, sheetId, outcomes });
}

const outcomesIn = async (petitionId: string, sheetId: string) =>
  (await findSheet(community, petitionId, sheetId))?.lines.map(({ outcome }) => outcome);

describe("a paper sheet", () => {
  it("S-10 counts once a second person has checked it, and adds up by batch", async () => {
    const { id } = await plantPetition(community);
    const district = await plantDistrict(community);
    const sheet = await plantSheet(id, [
      keyed(1, { districtId: district }),
      keyed(2),
      keyed(3, { name: "?", bornOn: "" }),
    ]);
    expect(await signaturesOf(community, id)).toEqual([]);
    expect(await check(id, sheet, ["accepted", "unsigned", "unreadable"])).toMatchObject({ done: true });
    expect(await signaturesOf(community, id)).toMatchObject([{ channel: "paper", districtId: district }]);
    await plantSheet(id, [keyed(4), keyed(5)]);
    expect(reconcile(await listSheets(community, id))).toMatchObject([
      { lines: 5, waiting: 2, outcomes: { accepted: 1, unsigned: 1, unreadable: 1, twice: 0 } },
    ]);
    await countAll(community);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 1 });
  });

  it("S-10 is not checked by whoever keyed it, whatever way they go", async () => {
    const { id } = await plantPetition(community);
    const sheet = await plantSheet(id, [keyed(1)]);
    expect(await check(id, sheet, ["accepted"], keyer)).toMatchObject({ reason: "own_sheet" });
    const byHand = database()
      .update(signatureSheet)
      .set({ checkedBy: keyer.id })
      .where(and(eq(signatureSheet.communityId, community.id), eq(signatureSheet.id, sheet)));
    await expect(byHand).rejects.toThrow();
    expect(await signaturesOf(community, id)).toEqual([]);
  });

  it("S-11 is checked once when two check it at the same moment", async () => {
    const { id } = await plantPetition(community);
    const other = (await plantPerson(community, { roles: ["clerk"] })) as Clerk;
    const sheet = await plantSheet(id, [keyed(1), keyed(2)]);
    const outcomes = await Promise.all([
      check(id, sheet, ["accepted", "unsigned"]),
      check(id, sheet, ["unsigned", "accepted"], other),
    ]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("R-24 counts a person once who stands on eight sheets that are checked at once", async () => {
    const { id } = await plantPetition(community);
    const spellings = ["Соломія Д’яченко", "соломія  д'яченко"];
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        plantSheet(id, [keyed(1, { name: spellings[place % 2] ?? "", bornOn: "1961-02-03" })]),
      ),
    );
    await Promise.all(all.map((sheet) => check(id, sheet, ["accepted"])));
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("counts a person once who stands on it twice", async () => {
    const { id } = await plantPetition(community);
    const sheet = await plantSheet(id, [keyed(1), keyed(2, { name: "ЖИТЕЛЬ Б" })]);
    expect(await check(id, sheet, ["accepted", "accepted"])).toMatchObject({ done: true });
    expect(await signaturesOf(community, id)).toHaveLength(1);
    expect(await outcomesIn(id, sheet)).toEqual(["accepted", "twice"]);
  });

  it("tells of somebody who has signed before, on paper or with an account", async () => {
    const { id } = await plantPetition(community);
    await check(id, await plantSheet(id, [keyed(1)]), ["accepted"]);
    const again = await plantSheet(id, [keyed(1)]);
    const told = { reason: "line_signed_before", details: { line: 1 } };
    expect(await check(id, again, ["accepted"])).toMatchObject(told);
    const resident = await plantResident(community, await plantDistrict(community));
    await addSignatures(community, [givenSignature(community, id, resident.email)]);
    const own = { name: resident.name.toUpperCase(), bornOn: resident.bornOn ?? "" };
    const byAccount = await plantSheet(id, [keyed(1, own)]);
    expect(await check(id, byAccount, ["accepted"])).toMatchObject(told);
    expect(await check(id, byAccount, ["twice"])).toMatchObject({ done: true });
  });

  it.each([
    ["a child", { bornOn: "2020-01-01" }],
    ["nobody", { name: "" }],
    ["somebody without a birth date", { bornOn: "" }],
  ])("accepts no line of %s", async (_, given) => {
    const { id } = await plantPetition(community);
    const sheet = await plantSheet(id, [keyed(1, given)]);
    expect(await check(id, sheet, ["accepted"])).toMatchObject({ reason: "line_cannot_count" });
    expect(await outcomesIn(id, sheet)).toEqual([null]);
  });

  it("SC-8 comes too late after the end, and stays to be refused", async () => {
    const { id } = await plantPetition(community);
    const sheet = await plantSheet(id, [keyed(1)]);
    await moveEnd(community, id, -1);
    expect(await check(id, sheet, ["accepted"])).toMatchObject({ reason: "closed" });
    expect(await outcomesIn(id, sheet)).toEqual([null]);
    expect(await check(id, sheet, ["unsigned"])).toMatchObject({ done: true });
  });

  it("is keyed once under its number, with districts of this community only", async () => {
    const { id } = await plantPetition(community);
    const given = { petitionId: id, batch: "Б", number: 1, lines: [keyed(1)] };
    const outcomes = await Promise.all([1, 2, 3].map(() => keySheet(community, keyer, given)));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    const foreign = await plantDistrict(await plantCommunity(`sheets-other-${communities}`));
    const elsewhere = { ...given, number: 2, lines: [keyed(1, { districtId: foreign })] };
    expect(await keySheet(community, keyer, elsewhere)).toMatchObject({ reason: "no_such_district" });
    expect(await keySheet(community, keyer, { ...given, lines: [] })).toMatchObject({ reason: "no_lines" });
  });

  it("S-56 stands on record with both people", async () => {
    const { id } = await plantPetition(community);
    const sheet = await plantSheet(id, [keyed(1)]);
    await check(id, sheet, ["accepted"]);
    const rows = await database()
      .select({ act: auditEvent.act, actorId: auditEvent.actorId })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, community.id), eq(auditEvent.subjectId, sheet)))
      .orderBy(auditEvent.createdAt);
    expect(rows).toEqual([
      { act: "sheet.key", actorId: keyer.id },
      { act: "sheet.check", actorId: checker.id },
    ]);
  });
});
