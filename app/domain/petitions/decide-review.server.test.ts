import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { outbox } from "~db/schema/notifications";
import { petition, petitionEvent, petitionReview } from "~db/schema/petitions";
import { plantPetition } from "../../../test/factories/petitions";
import { plantModerator } from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { askReview } from "./ask-review.server";
import { proveAuthor } from "./author";
import { decideReview } from "./decide-review.server";
import { countModerationQueue } from "./moderation-queue-queries.server";
import { refusePetition } from "./refuse-petition.server";

let community: Community;
let refuser: Moderator;
let reviewer: Moderator;
beforeAll(async () => {
  community = await plantCommunity("reviews");
  refuser = await plantModerator(community);
  reviewer = await plantModerator(community);
});

const note = "Питання належить до повноважень селищної ради.";
const origin = "http://localhost:3000";
const author = (id: string) => proveAuthor({ id, authorId: null }, { kind: "guest" });
const ask = (id: string) => askReview(community, author(id), note);
const decide = (who: Moderator, petitionId: string, outcome: "upheld" | "rejected") =>
  decideReview(community, who, {
    petitionId,
    outcome,
    origin,
    answers: { note, ground: null, hide: false },
  });

async function refusedPetition(hide = false): Promise<string> {
  const { id } = await plantPetition(community, { state: "moderation" });
  const answers = { note, ground: hide ? ("insult" as const) : ("outside_powers" as const), hide };
  await refusePetition(community, refuser, { petitionId: id, answers, origin });
  return id;
}

async function stored(id: string) {
  const [row] = await database()
    .select({
      state: petition.state,
      openedAt: petition.openedAt,
      closesAt: petition.closesAt,
      hiddenAt: petition.hiddenAt,
      wipeAt: petition.wipeAt,
    })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, id)));
  return row;
}

const newestSteps = async (id: string, many: number) =>
  (
    await database()
      .select({ step: petitionEvent.step })
      .from(petitionEvent)
      .where(and(eq(petitionEvent.communityId, community.id), eq(petitionEvent.petitionId, id)))
      .orderBy(desc(petitionEvent.createdAt))
      .limit(many)
  ).map(({ step }) => step);

describe("askReview", () => {
  it("files one request with its due date, tells the author and puts it into the queue", async () => {
    const id = await refusedPetition();
    const before = await countModerationQueue(community);
    const outcomes = await Promise.all([ask(id), ask(id), ask(id)]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.flatMap((each) => (each.done ? [] : each.reason))).toEqual([
      "asked_already",
      "asked_already",
    ]);
    expect(await newestSteps(id, 1)).toEqual(["ask_review"]);
    expect((await countModerationQueue(community)).reviews).toBe(before.reviews + 1);
    const [letter] = await database()
      .select({ body: outbox.body })
      .from(outbox)
      .where(eq(outbox.communityId, community.id))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(1);
    expect(letter?.body).toContain("заяву про перегляд");
  });

  it("takes none after the term of the rules, by the database’s clock", async () => {
    const id = await refusedPetition();
    await database()
      .update(petitionEvent)
      .set({ createdAt: sql`clock_timestamp() - interval '60 days'` })
      .where(and(eq(petitionEvent.communityId, community.id), eq(petitionEvent.petitionId, id)));
    expect(await ask(id)).toEqual({ done: false, reason: "late" });
    const own = and(eq(petitionReview.communityId, community.id), eq(petitionReview.petitionId, id));
    expect(await database().$count(petitionReview, own)).toBe(0);
  });

  it.each(["moderation", "open", "returned", "closed"] as const)(
    "S-9 takes none in state %s",
    async (state) => {
      const { id } = await plantPetition(community, { state });
      expect(await ask(id)).toEqual({ done: false, reason: "not_refused" });
    },
  );
});

describe("decideReview", () => {
  it("upheld: the petition opens with a whole new term, its text readable again", async () => {
    const id = await refusedPetition(true);
    await ask(id);
    expect(await decide(reviewer, id, "upheld")).toMatchObject({ done: true, value: { state: "open" } });
    const row = await stored(id);
    expect(row).toMatchObject({ state: "open", hiddenAt: null, wipeAt: null, openedAt: expect.any(Date) });
    const days = (Number(row?.closesAt) - Number(row?.openedAt)) / 86_400_000;
    expect(Math.round(days)).toBeGreaterThanOrEqual(60);
    expect(await newestSteps(id, 1)).toEqual(["restore"]);
    expect(await ask(id)).toEqual({ done: false, reason: "not_refused" });
  });

  it("rejected: the refusal stands, in public, and cannot be challenged again", async () => {
    const id = await refusedPetition();
    await ask(id);
    expect(await decide(reviewer, id, "rejected")).toMatchObject({ done: true, value: { state: "refused" } });
    expect(await newestSteps(id, 1)).toEqual(["reject_review"]);
    expect(await ask(id)).toEqual({ done: false, reason: "asked_already" });
  });

  it("S-11 the statement refuses whoever took the challenged decision", async () => {
    const id = await refusedPetition();
    await ask(id);
    for (const outcome of ["upheld", "rejected"] as const) {
      expect(await decide(refuser, id, outcome)).toEqual({ done: false, reason: "own_refusal" });
    }
    expect(await newestSteps(id, 1)).toEqual(["ask_review"]);
    expect(await decide(reviewer, id, "upheld")).toMatchObject({ done: true });
  });

  it("F-21 of two reviewers who uphold and reject at once one outcome holds", async () => {
    const third = await plantModerator(community);
    for (let round = 0; round < 5; round += 1) {
      const id = await refusedPetition();
      await ask(id);
      const outcomes = await Promise.all([decide(reviewer, id, "upheld"), decide(third, id, "rejected")]);
      expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
      expect(outcomes.flatMap((each) => (each.done ? [] : each.reason))).toEqual(["decided_already"]);
      expect(await newestSteps(id, 2)).toHaveLength(2);
    }
  });

  it("S-9 nothing is decided where nobody has asked, and a refused step leaves the request open", async () => {
    const id = await refusedPetition();
    expect(await decide(reviewer, id, "upheld")).toEqual({ done: false, reason: "decided_already" });
    await ask(id);
    await database()
      .update(petition)
      .set({ authorId: reviewer.id })
      .where(and(eq(petition.communityId, community.id), eq(petition.id, id)));
    expect(await decide(reviewer, id, "upheld")).toEqual({ done: false, reason: "own_petition" });
    const open = and(
      eq(petitionReview.communityId, community.id),
      eq(petitionReview.petitionId, id),
      sql`${petitionReview.decidedAt} is null`,
    );
    expect(await database().$count(petitionReview, open)).toBe(1);
  });
});
