import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { refusePetition } from "~/domain/petitions/refuse-petition.server";
import { type PlantedPetition, plantPetition } from "../../../test/factories/petitions";
import { plantModerator } from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import * as review from "./review";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("asking-review");
});

const grounds = "Вулиця належить громаді, тож рада має повноваження.";
const by = (token: string) => ({
  path: `/uk/petitions/by-author/${token}/review`,
  params: { locale: "uk", token },
});
const ask = (token: string, text = grounds) =>
  visit(review.action, community, { ...by(token), fields: { grounds: text } });

async function plantRefused(): Promise<PlantedPetition> {
  const planted = await plantPetition(community, { state: "moderation" });
  await refusePetition(community, await plantModerator(community), {
    petitionId: planted.id,
    answers: { ground: "outside_powers", note: "Це питання обласної ради.", hide: false },
    origin: "http://localhost:3000",
  });
  return planted;
}

describe("the author’s request for a review", () => {
  it("shows the refusal with the last day, and files the request once", async () => {
    const { authorToken } = await plantRefused();
    const shown = await visit(review.loader, community, by(authorToken));
    expect(shown.data).toMatchObject({
      stands: "possible",
      refusal: { ground: "outside_powers", note: "Це питання обласної ради." },
      until: expect.any(Date),
    });
    expect((await ask(authorToken)).location).toBe(`/uk/petitions/by-author/${authorToken}`);
    const again = await ask(authorToken);
    expect(again.status).toBe(409);
    expect((await visit(review.loader, community, by(authorToken))).data).toMatchObject({
      stands: "asked_already",
    });
  });

  it("wants a sentence and keeps it", async () => {
    const { authorToken } = await plantRefused();
    expect(await ask(authorToken, "Ні")).toMatchObject({ status: 422, data: { values: { grounds: "Ні" } } });
  });

  it("S-2 S-5 is open to nobody without the author’s own link", async () => {
    const { secondToken } = await plantRefused();
    const elsewhere = await plantCommunity("asking-review-elsewhere");
    const foreign = await plantPetition(elsewhere, { state: "refused" });
    for (const token of [secondToken, foreign.authorToken, "0".repeat(40), "nonsense"]) {
      expect((await visit(review.loader, community, by(token))).status).toBe(404);
      expect((await ask(token)).status).toBe(404);
    }
  });

  it("S-9 is not possible for a petition that is not refused", async () => {
    const { authorToken } = await plantPetition(community, { state: "open" });
    expect((await visit(review.loader, community, by(authorToken))).data).toMatchObject({
      stands: "not_refused",
    });
    expect((await ask(authorToken)).status).toBe(409);
  });
});
