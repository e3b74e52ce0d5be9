import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { outbox } from "~db/schema/notifications";
import { plantCall, plantInitiative, takeStep } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import type { InitiativeStep } from "./initiative";
import { findInitiative, listEvents } from "./initiative-queries.server";
import { recordStep } from "./record-step.server";

const origin = "https://budget.example.org";
let home: Community;
let call: string;

beforeAll(async () => {
  home = await plantCommunity("steps");
  call = await plantCall(home);
});

const step = (initiativeId: string, name: InitiativeStep, community = home) =>
  transaction((tx) => recordStep(tx, community, { initiativeId, step: name, actorId: null }));
const lettersTo = (recipient: string) =>
  database()
    .select({ subject: outbox.subject, body: outbox.body, language: outbox.language })
    .from(outbox)
    .where(and(eq(outbox.communityId, home.id), eq(outbox.recipient, recipient)));

describe("recordStep", () => {
  it("moves the state, writes the dated fact and the audit record with who, why and until when", async () => {
    const { id, number } = await plantInitiative(home, call);
    const moderator = await plantResident(home, await plantDistrict(home));
    const dueAt = new Date("2027-02-01T10:00:00Z");
    const given = {
      initiativeId: id,
      step: "return",
      actorId: moderator.id,
      reason: "incomplete",
      note: "Де саме?",
      dueAt,
    } as const;
    const outcome = await transaction((tx) => recordStep(tx, home, given));
    expect(outcome).toEqual({ done: true, value: { number, state: "returned" } });
    expect((await findInitiative(home, number))?.state).toBe("returned");
    const [newest] = await listEvents(home, id);
    expect(newest).toMatchObject({
      step: "return",
      state: "returned",
      reason: "incomplete",
      note: "Де саме?",
      dueAt,
    });
    const acts = await database()
      .select({ act: auditEvent.act, actorId: auditEvent.actorId, details: auditEvent.details })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.communityId, home.id),
          eq(auditEvent.subjectId, id),
          eq(auditEvent.act, "initiative.return"),
        ),
      );
    expect(acts).toEqual([
      { act: "initiative.return", actorId: moderator.id, details: { reason: "incomplete" } },
    ]);
  });

  it("S-9 refuses a step out of order and writes nothing", async () => {
    const { id, number } = await plantInitiative(home, call);
    for (const name of ["resubmit", "put_on_ballot", "fund", "not_fund"] as const) {
      expect(await step(id, name)).toEqual({ done: false, reason: "wrong_state" });
    }
    expect((await findInitiative(home, number))?.state).toBe("submitted");
    expect(await listEvents(home, id)).toHaveLength(1);
  });

  it("F-21 two officials who admit and refuse at once get one outcome", async () => {
    const { id, number } = await plantInitiative(home, call);
    const outcomes = await Promise.all([
      step(id, "admit"),
      step(id, "refuse"),
      step(id, "return"),
      step(id, "admit"),
    ]);
    const done = outcomes.filter((outcome) => outcome.done);
    expect(done).toHaveLength(1);
    expect(await listEvents(home, id)).toHaveLength(2);
    const state = (await findInitiative(home, number))?.state;
    expect(done[0]).toMatchObject({ value: { state } });
  });

  it("S-5 does not move an initiative of another community", async () => {
    const { id, number } = await plantInitiative(home, call);
    expect(await step(id, "admit", await plantCommunity("steps-elsewhere"))).toEqual({
      done: false,
      reason: "wrong_state",
    });
    expect((await findInitiative(home, number))?.state).toBe("submitted");
  });
});

describe("the author's letter", () => {
  it("tells what became of it, why, until when, and where, in the language of the text", async () => {
    const email = "step-letters@example.org";
    const { id, number } = await plantInitiative(home, call, { email });
    const given = {
      reason: "incomplete",
      note: "Скільки лавок?",
      dueAt: new Date("2027-02-01T10:00:00Z"),
    } as const;
    await takeStep(home, id, "return", { ...given, origin });
    const letter = (await lettersTo(email)).find(({ subject }) => subject.includes("Лавки"));
    expect(letter?.language).toBe("uk");
    for (const part of [
      "повернуто на доопрацювання",
      "Скільки лавок?",
      "1 лютого 2027",
      `${origin}/uk/initiatives/${number}`,
    ]) {
      expect(letter?.body).toContain(part);
    }
  });

  it("is not sent for the author's own acts, nor without an address to link to", async () => {
    const email = "quiet@example.org";
    const { id } = await plantInitiative(home, call, { email });
    await takeStep(home, id, "return");
    await takeStep(home, id, "resubmit", { origin });
    await takeStep(home, id, "withdraw", { origin });
    expect(await lettersTo(email)).toHaveLength(1);
  });
});
