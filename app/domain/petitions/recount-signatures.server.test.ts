import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petitionCount, petitionCountCell, signatureAnnulment } from "~db/schema/signatures";
import {
  countAll,
  givenSignature,
  plantPetition,
  plantSignatures,
  publishedCount,
} from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { addSignatures } from "./add-signatures.server";
import { recountSignatures } from "./recount-signatures.server";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("recounting");
});

it("SC-5 finds nothing to correct after an honest count, annulments and signatures still to be counted included", async () => {
  const { id } = await plantPetition(community);
  await plantSignatures(community, id, 12);
  const one = givenSignature(community, id, "changed@example.org");
  await addSignatures(community, [one]);
  for (const number of [1, 2, 3])
    await database().insert(signatureAnnulment).values({
      communityId: community.id,
      petitionId: id,
      signerKey: one.signerKey,
      number,
      cause: "signer",
    });
  await countAll(community);
  await plantSignatures(community, id, 5);
  expect(await recountSignatures(community)).toBe(0);
  expect(await publishedCount(community, id)).toMatchObject({ signatures: 12, annulled: 1 });
});

it("SC-5 corrects whatever is published wrongly, and counting goes on from there", async () => {
  const { id } = await plantPetition(community);
  const unsigned = await plantPetition(community);
  await plantSignatures(community, id, 12);
  await countAll(community);
  await database()
    .update(petitionCount)
    .set({ signatures: 40, annulled: 2 })
    .where(and(eq(petitionCount.communityId, community.id), eq(petitionCount.petitionId, id)));
  await database()
    .delete(petitionCountCell)
    .where(and(eq(petitionCountCell.communityId, community.id), eq(petitionCountCell.petitionId, id)));
  await database().insert(petitionCount).values({
    communityId: community.id,
    petitionId: unsigned.id,
    signatures: 7,
    countedAt: sql`clock_timestamp()`,
  });
  await plantSignatures(community, id, 3);
  const found = await Promise.all([recountSignatures(community), recountSignatures(community)]);
  expect(Math.max(...found)).toBe(5);
  expect(await publishedCount(community, id)).toEqual({ signatures: 12, annulled: 0 });
  expect(await publishedCount(community, unsigned.id)).toEqual({ signatures: 0, annulled: 0 });
  await countAll(community);
  expect(await publishedCount(community, id)).toEqual({ signatures: 15, annulled: 0 });
  expect(await recountSignatures(community)).toBe(0);
});
