import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { answerPetition } from "~/domain/petitions/answer-petition.server";
import { countFollowers } from "~/domain/petitions/follower-queries.server";
import { mailFollowers } from "~/domain/petitions/mail-followers.server";
import { listMailings } from "~/domain/petitions/mailing-queries.server";
import { findOwnPetition } from "~/domain/petitions/own-petition-queries.server";
import { findAsking } from "~/domain/petitions/signing-queries.server";
import { answerContent, plantClerk, plantFollowers } from "../../../test/factories/answers";
import { lettersOf } from "../../../test/factories/identity";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { action, loader } from "./leave";

let community: Community;
let id: string;
let tokens: string[];
beforeAll(async () => {
  community = await plantCommunity("leaving");
  const petition = await plantPetition(community, { state: "closed", authorEmail: "" });
  id = petition.id;
  await plantFollowers(community, id, 2);
  const clerk = await plantClerk(community);
  await answerPetition(community, clerk, { petitionId: id, seenVersion: 0, content: answerContent() });
  const [mailing] = await listMailings(community, id);
  await mailFollowers({ community, origin: "https://petitions.example.org" }, mailing?.id ?? "");
  const letters = await lettersOf(community);
  tokens = letters.map(({ body }) => /\/leave\/([0-9a-f]{40})/.exec(body)?.[1] ?? "");
});

const ask = (token: string, where = community) =>
  visit(loader, where, { path: `/uk/petitions/leave/${token}`, params: { token } });
const press = (token: string, where = community) =>
  visit(action, where, { path: `/uk/petitions/leave/${token}`, params: { token }, fields: {} });

describe("the link to leave", () => {
  it("R-12 opened by a mail scanner, however often, changes nothing", async () => {
    for (let time = 0; time < 3; time += 1) expect(await ask(tokens[0] ?? "")).toMatchObject({ status: 200 });
    expect(await countFollowers(community, id)).toBe(2);
  });

  it("R-11 opens nothing but the end of the letters", async () => {
    expect(await findOwnPetition(community, { kind: "guest" }, tokens[0])).toBeNull();
    expect(await findAsking(community, tokens[0])).toBeNull();
  });

  it("S-5 is not found in another community and ends nothing there", async () => {
    const other = await plantCommunity("leaving-other");
    expect(await ask(tokens[0] ?? "", other)).toMatchObject({ status: 404 });
    await press(tokens[0] ?? "", other);
    expect(await countFollowers(community, id)).toBe(2);
  });

  it("ends the letters to its own reader alone; pressed again, it says so", async () => {
    expect(await press(tokens[0] ?? "")).toMatchObject({ status: 303 });
    expect(await countFollowers(community, id)).toBe(1);
    expect(await ask(tokens[0] ?? "")).toMatchObject({ status: 404, data: { followed: null } });
    expect(await press(tokens[0] ?? "")).toMatchObject({ status: 303 });
    expect(await countFollowers(community, id)).toBe(1);
    expect(await ask(tokens[1] ?? "")).toMatchObject({ status: 200 });
  });

  it.each(["", "x", "0".repeat(40), "' or 1=1 --"])("leads nowhere with the token %j", async (token) => {
    expect(await ask(token)).toMatchObject({ status: 404 });
  });
});
