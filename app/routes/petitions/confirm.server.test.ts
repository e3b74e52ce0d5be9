import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { askedSignature, letLinksExpire, signaturesOf } from "../../../test/factories/signing";
import { visit } from "../../../test/harness/route";
import * as confirm from "./confirm";
import * as confirmAll from "./confirm-all";
import * as notMe from "./confirm-not-me";
import * as confirmUndo from "./confirm-undo";
import type { AskingView } from "./load-asking.server";

let community: Community;
let mailbox = 0;
beforeAll(async () => {
  community = await plantCommunity("confirm-pages");
});

const byToken = (token: string, end = "") => ({
  path: `/uk/petitions/confirm/${token}${end}`,
  params: { locale: "uk", token },
});
async function asked(number: number, given: { email?: string } = {}) {
  mailbox += 1;
  const email = given.email ?? `visitor${mailbox}@example.org`;
  const { token } = await askedSignature(community, number, { email });
  return { email, token };
}

describe("the page behind a mail link", () => {
  const open = async (token: string) =>
    (await visit(confirm.loader, community, byToken(token))).data as AskingView;
  const press = (token: string) => visit(confirm.action, community, { ...byToken(token), fields: {} });

  it("S-25 R-12 shows the petition and a button; only the button signs, and it may be pressed again", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await asked(number);
    expect(await open(token)).toMatchObject({ own: "none", isOver: false, name: "Марко Зразок" });
    expect(await signaturesOf(community, id)).toEqual([]);
    const answers = await Promise.all([press(token), press(token), press(token)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await open(token)).toMatchObject({ own: "signed", stop: null });
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("S-4 shows no key of the signer and no address", async () => {
    const { number } = await plantPetition(community);
    const { token, email } = await asked(number);
    expect(JSON.stringify(await open(token))).not.toContain(email);
    expect(Object.keys(await open(token)).sort()).toEqual(
      "isOver name own page petition self share showName stop".split(" "),
    );
  });

  it("offers to ask again after 48 hours, and knows nothing of a damaged link", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await asked(number);
    await letLinksExpire(community, id);
    await press(token);
    expect(await open(token)).toMatchObject({ isOver: true, own: "none", page: `/uk/petitions/${number}` });
    expect(await open("0".repeat(40))).toBeNull();
    expect(await open("../../etc")).toBeNull();
  });

  it("F-6 the link pressed an hour later, from another session, changes nothing", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await asked(number);
    await press(token);
    const before = await signaturesOf(community, id);
    expect((await press(token)).status).toBe(303);
    expect(await signaturesOf(community, id)).toEqual(before);
  });

  it("takes the signature back and puts it on again", async () => {
    const { number } = await plantPetition(community);
    const { token } = await asked(number);
    await press(token);
    const answer = await visit(confirmUndo.action, community, {
      ...byToken(token, "/undo"),
      fields: {},
    });
    expect(answer.location).toBe(`/uk/petitions/confirm/${token}`);
    expect(await open(token)).toMatchObject({ own: "taken_back" });
    await press(token);
    expect(await open(token)).toMatchObject({ own: "signed" });
  });

  it("A-2 it was not me: what was asked for is gone, and its page says so", async () => {
    const { number } = await plantPetition(community);
    const { token } = await asked(number);
    const at = byToken(token, "/not-me");
    expect((await visit(notMe.loader, community, at)).location).toBe(`/uk/petitions/confirm/${token}`);
    await visit(notMe.action, community, { ...at, fields: {} });
    expect((await visit(notMe.loader, community, at)).status).toBe(200);
    expect(await open(token)).toBeNull();
  });

  it("A-2 all that waits for a mailbox is on one page, and is confirmed one by one", async () => {
    const [first, second] = [await plantPetition(community), await plantPetition(community)];
    const { email } = await asked(first.number);
    const { token } = await asked(second.number, { email });
    const at = byToken(token, "/all");
    const waiting = async () => (await visit(confirmAll.loader, community, at)).data as { waiting: object[] };
    expect((await waiting()).waiting).toHaveLength(2);
    await visit(confirmAll.action, community, { ...at, fields: { petition: String(first.number) } });
    expect((await waiting()).waiting).toEqual([expect.objectContaining({ number: second.number })]);
    expect(await signaturesOf(community, first.id)).toHaveLength(1);
  });
});
