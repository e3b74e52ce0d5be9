import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petition, petitionFollower } from "~db/schema/petitions";
import { signatureAnnulment } from "~db/schema/signatures";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import {
  annulmentsOf,
  askByLetter,
  askedSignature,
  letLinksExpire,
  moveEnd,
  newestToken,
  signaturesOf,
} from "../../../test/factories/signing";
import { confirmSignature } from "./confirm-signature.server";
import { rejectAsking } from "./reject-asking.server";
import { removeStaleAskings } from "./remove-stale-askings.server";
import { presetRules } from "./rule-presets";
import {
  findAsking,
  findOwnSignature,
  findWaitingAsking,
  listWaitingAskings,
} from "./signing-queries.server";
import { undoSignature } from "./undo-signature.server";

let community: Community;
let mailbox = 0;
beforeAll(async () => {
  community = await plantCommunity("confirmers");
});
const newMailbox = () => {
  mailbox += 1;
  return `confirmer${mailbox}@example.org`;
};
const sender = () => ({ community, origin: "https://petitions.example.org" });

/** What pressing the button does, as the page does it: the link is read anew each time. */
async function press(token: string) {
  const asking = await findAsking(community, token);
  if (!asking) throw new Error("the link is unknown");
  return await confirmSignature(sender(), asking);
}

describe("confirming by the button behind a mail link", () => {
  it("S-25 R-12 reading the link does nothing; the button signs, with what was written in the form", async () => {
    const { id, number } = await plantPetition(community, {
      rules: { ...presetRules("ukrainian_community"), names: "choice" },
    });
    const given = { email: newMailbox(), name: "Галина Мороз", showName: true };
    const { token } = await askedSignature(community, number, given);
    for (let scanner = 0; scanner < 3; scanner += 1) await findAsking(community, token);
    expect(await signaturesOf(community, id)).toEqual([]);
    expect(await press(token)).toEqual({ done: true, value: "added" });
    const [signature] = await signaturesOf(community, id);
    expect(signature).toMatchObject({
      channel: "mail",
      name: "Галина Мороз",
      showName: true,
      personId: null,
    });
  });

  it("R-1 R-3 R-24 F-5 fifty presses at once and one later make one signature, and none is refused", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await askedSignature(community, number, { email: newMailbox() });
    const answers = await Promise.all(Array.from({ length: 50 }, () => press(token)));
    expect(answers.filter(({ done }) => done)).toHaveLength(50);
    expect(await press(token)).toEqual({ done: true, value: "again" });
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("R-14 spellings of one mailbox sign once, and as many links are all answered kindly", async () => {
    const { id, number } = await plantPetition(community);
    const tokens = [];
    for (const email of ["olha@gmail.com", "o.l.h.a@googlemail.com", "OLHA+petition@gmail.com"]) {
      await askByLetter(community, number, { email });
      tokens.push(await newestToken(community, email));
    }
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(await press(token)).toMatchObject({ done: true });
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("after 48 hours the link explains itself and signs nothing", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await askedSignature(community, number, { email: newMailbox() });
    await letLinksExpire(community, id);
    expect((await findAsking(community, token))?.isOver).toBe(true);
    expect(await press(token)).toEqual({ done: false, reason: "over" });
    expect(await signaturesOf(community, id)).toEqual([]);
  });

  it("F-4 a link pressed in time answers the same when its answer was lost and it is pressed days later", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await askedSignature(community, number, { email: newMailbox() });
    await press(token);
    await letLinksExpire(community, id);
    expect(await press(token)).toEqual({ done: true, value: "again" });
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("F-7 a press after the end is refused by the database's clock", async () => {
    const { id, number } = await plantPetition(community);
    const { token, asking } = await askedSignature(community, number, { email: newMailbox() });
    await moveEnd(community, id, 0);
    expect(await press(token)).toEqual({ done: false, reason: "closed" });
    expect(await confirmSignature(sender(), asking)).toEqual({ done: false, reason: "closed" });
    expect(await signaturesOf(community, id)).toEqual([]);
  });

  it("S-5 a link does nothing in another community", async () => {
    const { number } = await plantPetition(community);
    const { token } = await askedSignature(community, number, { email: newMailbox() });
    const other = await plantCommunity("confirmers-other");
    expect(await findAsking(other, token)).toBeNull();
    expect(await rejectAsking(other, token)).toEqual({ done: false, reason: "over" });
    expect(await findAsking(community, token)).not.toBeNull();
  });

  it("whoever wants news is noted once, however often the button is pressed", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await askedSignature(community, number, { email: newMailbox(), news: true });
    await Promise.all([press(token), press(token), press(token)]);
    const followers = and(
      eq(petitionFollower.communityId, community.id),
      eq(petitionFollower.petitionId, id),
    );
    expect(await database().$count(petitionFollower, followers)).toBe(1);
  });

  it("the last first signatory sends the petition to the moderators", async () => {
    const rules = { ...presetRules("ukrainian_community"), firstSignatories: 2 };
    const { id, number } = await plantPetition(community, { state: "gathering", rules });
    const first = await askedSignature(community, number, { email: newMailbox() });
    const second = await askedSignature(community, number, { email: newMailbox() });
    const third = await askedSignature(community, number, { email: newMailbox() });
    const state = async () => {
      const [row] = await database()
        .select({ state: petition.state })
        .from(petition)
        .where(and(eq(petition.communityId, community.id), eq(petition.id, id)));
      return row?.state;
    };
    await press(first.token);
    expect(await state()).toBe("gathering");
    await press(second.token);
    expect(await state()).toBe("moderation");
    expect(await press(third.token)).toEqual({ done: false, reason: "closed" });
  });
});

describe("what nobody confirmed", () => {
  it("is forgotten a week after its link has run out; what was confirmed is kept", async () => {
    const { id, number } = await plantPetition(community);
    const waiting = await askedSignature(community, number, { email: newMailbox() });
    const confirmed = await askedSignature(community, number, { email: newMailbox() });
    await press(confirmed.token);
    await letLinksExpire(community, id, 6);
    await removeStaleAskings(community);
    expect(await findAsking(community, waiting.token)).not.toBeNull();
    await letLinksExpire(community, id, 8);
    await removeStaleAskings(community);
    expect(await findAsking(community, waiting.token)).toBeNull();
    expect(await findAsking(community, confirmed.token)).not.toBeNull();
  });
});

describe("what waits for a mailbox", () => {
  it("A-2 any of its links shows it, one line for each petition, and confirms one of them", async () => {
    const email = newMailbox();
    const [first, second] = [await plantPetition(community), await plantPetition(community)];
    await askByLetter(community, first.number, { email });
    const { asking } = await askedSignature(community, second.number, { email });
    await askByLetter(community, second.number, { email });
    const numbers = async () => (await listWaitingAskings(community, asking)).map(({ number }) => number);
    expect(await numbers()).toEqual([first.number, second.number]);
    const named = await findWaitingAsking(community, asking, first.number);
    if (!named) throw new Error("the asking is not there");
    expect(await confirmSignature(sender(), named)).toMatchObject({ done: true });
    expect(await numbers()).toEqual([second.number]);
    expect(await signaturesOf(community, first.id)).toHaveLength(1);
  });

  it("S-5 nobody confirms another mailbox's asking with an own link", async () => {
    const { number } = await plantPetition(community);
    const victim = await askedSignature(community, number, { email: newMailbox() });
    const other = await askedSignature(community, (await plantPetition(community)).number, {
      email: newMailbox(),
    });
    expect(victim.asking.petition.number).toBe(number);
    expect(await findWaitingAsking(community, other.asking, number)).toBeNull();
  });
});

describe("it was not me", () => {
  it("A-2 forgets what was asked for and counts against the asker", async () => {
    const { id, number } = await plantPetition(community);
    const email = newMailbox();
    const prankster = "198.51.100.66";
    for (let victim = 0; victim < 4; victim += 1) {
      await askByLetter(community, number, { email: `${victim}${email}` }, prankster);
      const token = await newestToken(community, `${victim}${email}`);
      expect(await rejectAsking(community, token)).toMatchObject({ done: true });
      expect(await findAsking(community, token)).toBeNull();
      expect(await rejectAsking(community, token)).toEqual({ done: false, reason: "over" });
    }
    expect(await askByLetter(community, number, { email }, prankster)).toMatchObject({ reason: "too_many" });
    expect(await signaturesOf(community, id)).toEqual([]);
  });

  it("does not undo what was confirmed", async () => {
    const { id, number } = await plantPetition(community);
    const { token } = await askedSignature(community, number, { email: newMailbox() });
    await press(token);
    expect(await rejectAsking(community, token)).toEqual({ done: false, reason: "over" });
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });
});

describe("taking a signature back", () => {
  async function signed() {
    const planted = await plantPetition(community);
    const { token, asking } = await askedSignature(community, planted.number, { email: newMailbox() });
    await press(token);
    return { ...planted, token, signer: { petitionId: planted.id, signerKey: asking.signerKey } };
  }

  it("SC-2 adds an odd line, signing again an even one; nothing is deleted", async () => {
    const { id, token, signer } = await signed();
    expect(await undoSignature(community, signer)).toMatchObject({ done: true });
    expect(await findOwnSignature(community, signer)).toBe("taken_back");
    expect(await press(token)).toEqual({ done: true, value: "put_back" });
    expect(await findOwnSignature(community, signer)).toBe("signed");
    await undoSignature(community, signer);
    expect((await annulmentsOf(community, id)).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("F-5 eight times at once takes it back once, and eight signings put it back once", async () => {
    const { id, token, signer } = await signed();
    const undone = await Promise.all(Array.from({ length: 8 }, () => undoSignature(community, signer)));
    expect(undone.every(({ done }) => done)).toBe(true);
    expect(await annulmentsOf(community, id)).toHaveLength(1);
    await Promise.all(Array.from({ length: 8 }, () => press(token)));
    expect(await annulmentsOf(community, id)).toHaveLength(2);
  });

  it("F-7 is over with the end of the petition", async () => {
    const { id, token, signer } = await signed();
    await undoSignature(community, signer);
    await moveEnd(community, id, 0);
    await press(token);
    expect(await findOwnSignature(community, signer)).toBe("taken_back");
    const other = await signed();
    await moveEnd(community, other.id, 0);
    expect(await undoSignature(community, other.signer)).toEqual({ done: false, reason: "closed" });
  });

  it("signing again does not put back what a check has removed", async () => {
    const { id, token, signer } = await signed();
    const row = { communityId: community.id, ...signer, number: 1, cause: "irregular" as const };
    await database().insert(signatureAnnulment).values(row);
    expect(await press(token)).toEqual({ done: true, value: "again" });
    expect(await findOwnSignature(community, signer)).toBe("removed");
    expect(await undoSignature(community, signer)).toEqual({ done: false, reason: "not_signed" });
    expect(await annulmentsOf(community, id)).toHaveLength(1);
  });
});
