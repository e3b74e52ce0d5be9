import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator, Moderator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { readPage } from "~/shared/paging";
import { initiative, initiativeEvent } from "~db/schema/initiatives";
import { outbox } from "~db/schema/notifications";
import { estimate, screening } from "~db/schema/prioritisation-projects";
import { plantInitiative, takeStep } from "../../../test/factories/initiatives";
import {
  admission,
  beginVoting,
  plantAdministrator,
  plantModerator,
  plantRound,
  refusal,
} from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict } from "../../../test/factories/voting";
import { openVoting } from "./open-voting.server";
import type { RoundRecord } from "./round-record";
import { screenInitiative } from "./screen-initiative.server";
import type { ScreeningCard } from "./screening-card";
import { countScreeningQueue, findScreening, listScreeningQueue } from "./screening-queries.server";

let community: Community;
let administrator: Administrator;
let moderator: Moderator;
let round: RoundRecord;
const firstPage = readPage(new URLSearchParams());

beforeAll(async () => {
  community = await plantCommunity("screening");
  administrator = await plantAdministrator(community);
  moderator = await plantModerator(community);
  round = await plantRound(community, administrator);
});

const screen = (initiativeId: string, card: ScreeningCard, version = 1, dueAt: Date | null = null) =>
  screenInitiative(community, moderator, {
    initiativeId,
    version,
    card,
    dueAt,
    origin: "http://localhost:3000",
  });

async function traces(initiativeId: string) {
  const count = (table: typeof screening | typeof estimate | typeof initiativeEvent) =>
    database().$count(table, and(eq(table.communityId, community.id), eq(table.initiativeId, initiativeId)));
  return {
    cards: await count(screening),
    estimates: await count(estimate),
    steps: await count(initiativeEvent),
  };
}

describe("screenInitiative", () => {
  it("admits with a card in the public, an estimate and a letter to the author", async () => {
    const { id, number } = await plantInitiative(community, round.id);
    const letters = and(
      eq(outbox.communityId, community.id),
      eq(outbox.recipient, "oksana@example.org"),
      eq(outbox.language, "uk"),
    );
    const before = await database().$count(outbox, letters);
    expect(await screen(id, admission(round))).toEqual({ done: true, value: { number } });
    expect(await database().$count(outbox, letters)).toBe(before + 1);
    const card = await findScreening(community, id);
    expect(card).toMatchObject({
      outcome: "admitted",
      reason: null,
      estimate: { amount: 120_000, version: 1 },
    });
    expect(card?.lines.map(({ number: line, verdict }) => `${line} ${verdict}`)).toEqual(["1 met", "2 met"]);
    expect(JSON.stringify(card)).not.toContain(moderator.id);
  });

  it("refuses with a coded reason, the rule and words that stay public", async () => {
    const { id } = await plantInitiative(community, round.id);
    await screen(id, refusal(round));
    expect(await findScreening(community, id)).toMatchObject({
      outcome: "refused",
      reason: "not_municipal_property",
      lines: [{ verdict: "not_met", note: "Ділянка належить залізниці." }, { verdict: "met" }],
      estimate: null,
    });
  });

  it("returns with a term, and a card again after the rework", async () => {
    const { id } = await plantInitiative(community, round.id);
    const dueAt = new Date(Date.now() + 86_400_000);
    await screen(id, { ...refusal(round), outcome: "returned", reason: "incomplete", days: 1 }, 1, dueAt);
    const own = and(
      eq(initiativeEvent.communityId, community.id),
      eq(initiativeEvent.initiativeId, id),
      eq(initiativeEvent.step, "return"),
    );
    expect(
      await database().select({ dueAt: initiativeEvent.dueAt }).from(initiativeEvent).where(own),
    ).toEqual([{ dueAt }]);
    await takeStep(community, id, "resubmit");
    expect(await screen(id, admission(round))).toMatchObject({ done: true });
    expect(await findScreening(community, id)).toMatchObject({ outcome: "admitted" });
    expect(await traces(id)).toMatchObject({ cards: 2, estimates: 1 });
  });

  it("F-21 of two moderators who admit and refuse at once one outcome holds and the other is told", async () => {
    const { id } = await plantInitiative(community, round.id);
    const answers = await Promise.all([
      screen(id, admission(round)),
      screen(id, refusal(round)),
      screen(id, refusal(round)),
    ]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.done ? [] : answer.reason))).toEqual([
      "decided_already",
      "decided_already",
    ]);
    expect(await traces(id)).toMatchObject({ cards: 1, steps: 2 });
  });

  it("takes everything back when the author sent another text meanwhile", async () => {
    const { id } = await plantInitiative(community, round.id);
    const own = and(eq(initiative.communityId, community.id), eq(initiative.id, id));
    expect(await screen(id, admission(round), 2)).toEqual({ done: false, reason: "text_changed" });
    expect(await traces(id)).toEqual({ cards: 0, estimates: 0, steps: 1 });
    expect(await database().select({ state: initiative.state }).from(initiative).where(own)).toEqual([
      { state: "submitted" },
    ]);
  });

  it("S-9 decides nothing any more once the vote has opened", async () => {
    const open = await plantRound(community, administrator);
    const { id } = await plantInitiative(community, open.id);
    await beginVoting(community, open.id);
    await openVoting(community, open.id);
    expect(await screen(id, admission(open))).toEqual({ done: false, reason: "voting_opened" });
    expect(await traces(id)).toEqual({ cards: 0, estimates: 0, steps: 1 });
  });

  it("S-5 knows no initiative of another community", async () => {
    const other = await plantCommunity("screening-other");
    const theirs = await plantInitiative(
      other,
      (await plantRound(other, await plantAdministrator(other))).id,
    );
    await expect(screen(theirs.id, admission(round))).rejects.toMatchObject({ status: 404 });
    expect(await findScreening(community, theirs.id)).toBeNull();
  });
});

describe("listScreeningQueue", () => {
  it("shows what has waited longest first, by view and district", async () => {
    const town = await plantCommunity("queue");
    const screener = await plantModerator(town);
    const call = await plantRound(town, await plantAdministrator(town));
    const area = await plantDistrict(town);
    const early = await plantInitiative(town, call.id);
    const late = await plantInitiative(town, call.id, { districtId: area });
    const gone = await plantInitiative(town, call.id);
    const card = refusal(call);
    await screenInitiative(town, screener, {
      initiativeId: gone.id,
      version: 1,
      card,
      dueAt: null,
      origin: "http://localhost:3000",
    });
    const numbers = async (view: "waiting" | "refused", districtId: string | null, overdueOnly = false) =>
      (await listScreeningQueue(town, { view, districtId, overdueOnly }, firstPage)).rows.map(
        ({ number }) => number,
      );
    expect(await numbers("waiting", null)).toEqual([early.number, late.number]);
    expect(await numbers("waiting", area)).toEqual([late.number]);
    expect(await numbers("refused", null)).toEqual([gone.number]);
    expect(await numbers("waiting", null, true)).toEqual([]);
    expect(await countScreeningQueue(town)).toEqual({ waiting: 2, returned: 0, admitted: 0, refused: 1 });
    await takeStep(town, early.id, "return", { note: "Додайте адресу, будь ласка." });
    await takeStep(town, early.id, "resubmit");
    expect(await numbers("waiting", null)).toEqual([late.number, early.number]);
  });
});
