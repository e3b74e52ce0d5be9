import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { takePetition } from "~/domain/petitions/take-petition.server";
import { database } from "~/platform/database.server";
import { outbox } from "~db/schema/notifications";
import { petition as petitionTable } from "~db/schema/petitions";
import { type PlantedPetition, plantPetition } from "../../../../test/factories/petitions";
import { plantModerator } from "../../../../test/factories/prioritisation";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import * as decision from "./decision";
import * as send from "./decision-send";
import * as page from "./petition";
import * as queue from "./queue";
import * as take from "./take";

let community: Community;
let moderator: Moderator;
let other: Moderator;
beforeAll(async () => {
  community = await plantCommunity("moderation-pages");
  moderator = await plantModerator(community);
  other = await plantModerator(community);
});

const at = (number: number, step = "", viewer = moderator) => ({
  path: `/uk/admin/petitions/${number}${step ? `/decisions/${step}` : ""}`,
  params: { locale: "uk", number: String(number), step },
  viewer,
});
const refusal = {
  ground: "duplicate",
  note: "Така петиція вже відкрита. Підпишіть її: № 9.",
};
type Failure = { errors: { field: string; message: string }[]; values: Record<string, unknown> };
const told = (answer: { data: unknown }) =>
  (answer.data as Failure).errors.map(({ field, message }) => `${field} ${message}`);

async function stateOf({ id }: PlantedPetition) {
  const [row] = await database()
    .select({ state: petitionTable.state })
    .from(petitionTable)
    .where(and(eq(petitionTable.communityId, community.id), eq(petitionTable.id, id)));
  return row?.state;
}

async function letters() {
  return await database()
    .select({ subject: outbox.subject, body: outbox.body })
    .from(outbox)
    .where(eq(outbox.communityId, community.id))
    .orderBy(desc(outbox.createdAt), desc(outbox.id));
}

describe("a decision on a petition", () => {
  it("shows the letter before it goes, changes nothing by that, and sends it word for word", async () => {
    const planted = await plantPetition(community, { state: "moderation" });
    const before = (await letters()).length;
    const preview = await visit(decision.action, community, {
      ...at(planted.number, "refuse"),
      fields: refusal,
    });
    const { letter } = preview.data as { letter: { subject: string; body: string } };
    expect(letter.body).toContain(refusal.note);
    expect(await stateOf(planted)).toBe("moderation");
    expect(await letters()).toHaveLength(before);
    const sent = await visit(send.action, community, { ...at(planted.number, "refuse"), fields: refusal });
    expect(sent.location).toBe(`/uk/admin/petitions/${planted.number}`);
    expect(await stateOf(planted)).toBe("refused");
    expect((await letters())[0]).toEqual({ subject: letter.subject, body: letter.body });
  });

  it("asks for the ground and a sentence and keeps what was typed", async () => {
    const { number } = await plantPetition(community, { state: "moderation" });
    for (const { action } of [decision, send]) {
      const answer = await visit(action, community, { ...at(number, "refuse"), fields: { note: "Ні" } });
      expect(answer.status).toBe(422);
      expect(told(answer)).toEqual(["note moderation.error.note_short", "ground moderation.error.ground"]);
      expect((answer.data as Failure).values).toEqual({ note: "Ні" });
    }
  });

  it("F-21 the second of two moderators gets a sentence and sees what the first has done", async () => {
    const { number } = await plantPetition(community, { state: "moderation" });
    await visit(send.action, community, { ...at(number, "refuse", other), fields: refusal });
    const late = await visit(send.action, community, { ...at(number, "open"), fields: { note: "" } });
    expect([late.status, told(late)]).toEqual([409, ["form moderation.refusal.decided_already"]]);
    const shown = await visit(send.loader, community, at(number, "open"));
    expect(shown.data).toMatchObject({
      possible: false,
      state: "refused",
      last: { step: "refuse", by: other.name, note: refusal.note },
    });
  });

  it("S-8 R-10 nothing of a petition that moderators may not read is there for them", async () => {
    const planted = await plantPetition(community, { state: "gathering" });
    const { number } = planted;
    const visits = [
      visit(page.loader, community, at(number)),
      visit(take.action, community, { ...at(number), fields: { from: "" } }),
      ...["open", "refuse", "hide", "stop"].flatMap((step) => [
        visit(decision.loader, community, at(number, step)),
        visit(decision.action, community, { ...at(number, step), fields: refusal }),
        visit(send.action, community, { ...at(number, step), fields: refusal }),
      ]),
    ];
    const statuses = (await Promise.all(visits)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect(await stateOf(planted)).toBe("gathering");
  });

  it("S-9 knows no other step, and no step the state does not allow", async () => {
    const { number } = await plantPetition(community, { state: "open" });
    for (const step of ["close", "withdraw", "annul_signatures", "__proto__"]) {
      expect((await visit(decision.loader, community, at(number, step))).status).toBe(404);
    }
    const answer = await visit(send.action, community, { ...at(number, "refuse"), fields: refusal });
    expect(answer.status).toBe(409);
  });
});

describe("the queue of petitions", () => {
  it("puts what is due first on top, and names who has it open", async () => {
    const soon = await plantPetition(community, {
      state: "moderation",
      moderationDueAt: new Date("2020-01-01T00:00:00Z"),
    });
    await takePetition(community, other, { petitionId: soon.id, from: null });
    const answer = await visit(queue.loader, community, { path: "/uk/admin/petitions", viewer: moderator });
    const { queue: listed, counts } = answer.data as {
      queue: { rows: { number: number; heldBy: string | null }[] };
      counts: Record<string, number>;
    };
    expect(listed.rows[0]).toMatchObject({ number: soon.number, heldBy: other.name });
    expect(counts["waiting"]).toBe(listed.rows.length);
  });

  it.each(["waiting", "reviews", "returned", "open", "refused", "hidden", "nonsense"])(
    "opens the view %s",
    async (view) => {
      const path = `/uk/admin/petitions?view=${view}`;
      expect((await visit(queue.loader, community, { path, viewer: moderator })).status).toBe(200);
    },
  );
});

describe("the page of a petition for moderators", () => {
  it("shows who has it, similar ones with the refused, and earlier refusals of the author", async () => {
    const text = { title: "Відремонтувати місток через Вільшанку", authorEmail: "halyna@example.org" };
    const refused = await plantPetition(community, { ...text, state: "moderation" });
    await visit(send.action, community, { ...at(refused.number, "refuse"), fields: refusal });
    const again = await plantPetition(community, { ...text, state: "moderation" });
    await visit(take.action, community, { ...at(again.number, "", other), fields: { from: "" } });
    const { data } = await visit(page.loader, community, at(again.number));
    expect(data).toMatchObject({
      similar: [{ number: refused.number, state: "refused", ground: "duplicate" }],
      refusals: [{ number: refused.number, ground: "duplicate" }],
      desk: { lock: { name: other.name, mine: false }, acts: ["open", "return", "refuse"] },
    });
    expect(JSON.stringify(data)).not.toContain("halyna@example.org");
  });

  it("tells whoever comes second that another has taken it", async () => {
    const { number } = await plantPetition(community, { state: "moderation" });
    await visit(take.action, community, { ...at(number, "", other), fields: { from: "" } });
    const second = await visit(take.action, community, { ...at(number), fields: { from: "" } });
    expect([second.status, told(second)]).toEqual([409, ["form moderation.refusal.held"]]);
    const over = await visit(take.action, community, { ...at(number), fields: { from: other.id } });
    expect(over.location).toBe(`/uk/admin/petitions/${number}`);
  });
});
