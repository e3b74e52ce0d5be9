import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { signature } from "~db/schema/signatures";
import { givenSignature, plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { addSignatures } from "./add-signatures.server";
import { signTogether } from "./sign-together.server";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("signatures");
});

const stored = (petitionId: string) =>
  database().$count(
    signature,
    and(eq(signature.communityId, community.id), eq(signature.petitionId, petitionId)),
  );
const sign = (petitionId: string, email: string) => givenSignature(community, petitionId, email);

describe("addSignatures", () => {
  it("R-3 R-14 counts one mailbox once, whatever its spelling and however often it comes", async () => {
    const { id } = await plantPetition(community);
    const spellings = [
      "anna@example.org",
      "ANNA+petition@example.org",
      "a.n.n.a@gmail.com",
      "anna@googlemail.com",
    ];
    const batch = spellings.map((email) => sign(id, email));
    expect(await addSignatures(community, batch)).toEqual(["added", "again", "added", "again"]);
    expect(await addSignatures(community, batch)).toEqual(["again", "again", "again", "again"]);
    expect(await stored(id)).toBe(2);
  });

  it("SC-8 takes nothing after the last instant, and still knows who had signed", async () => {
    const { id } = await plantPetition(community);
    await addSignatures(community, [sign(id, "early@example.org")]);
    const over = await plantPetition(community, { closesIn: -1 });
    expect(await addSignatures(community, [sign(over.id, "late@example.org")])).toEqual(["closed"]);
    expect(await stored(over.id)).toBe(0);
  });

  it.each(["moderation", "refused", "closed", "withdrawn", "stopped"] as const)(
    "refuses in state %s",
    async (state) => {
      const { id } = await plantPetition(community, { state });
      expect(await addSignatures(community, [sign(id, "anna@example.org")])).toEqual(["closed"]);
    },
  );

  it("S-5 takes nothing for a petition of another community", async () => {
    const other = await plantCommunity("signatures-other");
    const { id } = await plantPetition(other);
    expect(await addSignatures(community, [sign(id, "anna@example.org")])).toEqual(["closed"]);
  });
});

describe("signTogether", () => {
  it("R-1 R-24 F-5 eight identical acts at once and one later make one row and friendly answers", async () => {
    const { id } = await plantPetition(community);
    const act = () => signTogether(community, sign(id, "eight@example.org"));
    const answers = await Promise.all(Array.from({ length: 8 }, act));
    expect(answers.filter((answer) => answer === "added")).toHaveLength(1);
    expect(await act()).toBe("again");
    expect(await stored(id)).toBe(1);
  });

  it("SC-12 answers each of a thousand signers for itself", async () => {
    const { id } = await plantPetition(community);
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, place) => signTogether(community, sign(id, `s${place}@example.org`))),
    );
    expect(new Set(answers)).toEqual(new Set(["added"]));
    expect(await stored(id)).toBe(1000);
  });
});
