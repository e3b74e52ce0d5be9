import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { calendarDay } from "~db/schema/communities";
import { signature, signatureAnnulment } from "~db/schema/signatures";
import { lettersOf } from "../../../test/factories/identity";
import { givenSignature, plantPetition, plantSignatures } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { addSignatures } from "./add-signatures.server";
import { findPetition, listPetitionEvents } from "./petition-queries.server";
import { secondPetition } from "./second-petition.server";

const origin = "http://localhost:3000";
let home: Community;
beforeAll(async () => {
  home = await plantCommunity("seconding");
});

const gathering = () => plantPetition(home, { state: "gathering", authorEmail: "author@example.org" });
const stateOf = async (id: string) => (await findPetition(home, { id }))?.state;
const secondSteps = async (id: string) =>
  (await listPetitionEvents(home, id)).filter(({ step }) => step === "second");

async function annulOne(petitionId: string, times: number): Promise<void> {
  const [signed] = await database()
    .select({ signerKey: signature.signerKey })
    .from(signature)
    .where(and(eq(signature.communityId, home.id), eq(signature.petitionId, petitionId)))
    .limit(1);
  const row = {
    communityId: home.id,
    petitionId,
    signerKey: signed?.signerKey ?? "",
    cause: "signer" as const,
  };
  const rows = Array.from({ length: times }, (_, place) => ({ ...row, number: place + 1 }));
  await database().insert(signatureAnnulment).values(rows);
}

describe("secondPetition", () => {
  it("does nothing before the last first signatory, then sends it to the moderators and tells the author", async () => {
    const { id, number } = await gathering();
    await plantSignatures(home, id, 6);
    await secondPetition(home, id, origin);
    expect(await stateOf(id)).toBe("gathering");
    await plantSignatures(home, id, 1);
    await secondPetition(home, id, origin);
    const found = await findPetition(home, { id });
    const [step] = await secondSteps(id);
    expect(found?.state).toBe("moderation");
    expect(step?.dueAt).toEqual(found?.moderationDueAt);
    const letter = (await lettersOf(home)).find(({ subject }) => subject.endsWith(`№ ${number}`));
    expect(letter).toMatchObject({ recipient: "author@example.org", language: "uk" });
  });

  it("F-5 moves it once and writes one letter when eight sign at the same moment", async () => {
    const { id, number } = await gathering();
    await plantSignatures(home, id, 9);
    await Promise.all(Array.from({ length: 8 }, () => secondPetition(home, id, origin)));
    await secondPetition(home, id, origin);
    expect(await secondSteps(id)).toHaveLength(1);
    const letters = (await lettersOf(home)).filter(({ subject }) => subject.endsWith(`№ ${number}`));
    expect(letters).toHaveLength(1);
  });

  it("counts effective signatures only: taken back is not, put back is", async () => {
    const [gone, back] = [await gathering(), await gathering()];
    for (const { id } of [gone, back]) await plantSignatures(home, id, 7);
    await annulOne(gone.id, 1);
    await annulOne(back.id, 2);
    for (const { id } of [gone, back]) await secondPetition(home, id, origin);
    expect([await stateOf(gone.id), await stateOf(back.id)]).toEqual(["gathering", "moderation"]);
  });

  it.each(["moderation", "returned", "refused", "open", "withdrawn"] as const)(
    "S-9 leaves a petition in state %s as it is",
    async (state) => {
      const { id } = await plantPetition(home, { state });
      await plantSignatures(home, id, 8);
      await secondPetition(home, id, origin);
      expect([await stateOf(id), await secondSteps(id)]).toEqual([state, []]);
    },
  );

  it("does not count the author among the first signatories", async () => {
    const { id } = await gathering();
    await plantSignatures(home, id, 6);
    await addSignatures(home, [givenSignature(home, id, "Author+own@example.org")]);
    await secondPetition(home, id, origin);
    expect(await stateOf(id)).toBe("gathering");
  });

  it("S-5 touches nothing of another community", async () => {
    const other = await plantCommunity("seconding-other");
    const { id } = await gathering();
    await plantSignatures(home, id, 7);
    await secondPetition(other, id, origin);
    expect(await stateOf(id)).toBe("gathering");
  });

  it("reckons the moderators' term in working days of the community's calendar", async () => {
    const idle = await plantCommunity("seconding-holidays");
    const days = Array.from({ length: 30 }, (_, place) =>
      new Date(Date.now() + place * 86_400_000).toISOString().slice(0, 10),
    );
    const holiday = { communityId: idle.id, kind: "holiday" as const, name: { uk: "Свято" } };
    await database()
      .insert(calendarDay)
      .values(days.map((day) => ({ ...holiday, day })));
    const { id } = await plantPetition(idle, { state: "gathering" });
    await plantSignatures(idle, id, 7);
    await secondPetition(idle, id, origin);
    const dueAt = (await findPetition(idle, { id }))?.moderationDueAt?.getTime() ?? 0;
    expect(dueAt - Date.now()).toBeGreaterThan(29 * 86_400_000);
  });
});
