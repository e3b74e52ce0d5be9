import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { database, transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { findOwnPetition } from "./own-petition-queries.server";
import { findPetition, listPetitionEvents } from "./petition-queries.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { resubmitPetition } from "./resubmit-petition.server";
import { listSimilarPetitions } from "./similar-petitions-queries.server";
import { withdrawPetition } from "./withdraw-petition.server";

const guest: Viewer = { kind: "guest" };
let home: Community;
beforeAll(async () => {
  home = await plantCommunity("rework");
});

/** A petition that a moderator has given back, to be put right within so many seconds. */
async function returned(seconds: number) {
  const planted = await plantPetition(home, { state: "moderation" });
  const [clock] = await database().execute<{ due: string }>(
    sql`select clock_timestamp() + make_interval(secs => ${seconds}) as due`,
  );
  await transaction((tx) =>
    recordPetitionStep(tx, home, {
      petitionId: planted.id,
      step: "return",
      actorId: null,
      note: "Назвіть вулицю.",
      dueAt: new Date(clock?.due ?? ""),
    }),
  );
  const own = await findOwnPetition(home, guest, planted.authorToken);
  if (!own) throw new Error("the author's link does not work");
  return { ...planted, author: own.author };
}

const rework = {
  title: "Ліхтарі на вулиці Польовій",
  demand: "Встановити ліхтарі на Польовій.",
  grounds: "Темно.",
  changeNote: "Назвали вулицю.",
};

describe("resubmitPetition", () => {
  it("changes the text, says what was changed, and puts it in line again with a new term", async () => {
    const { id, author } = await returned(60);
    expect((await resubmitPetition(home, author, rework)).done).toBe(true);
    const found = await findPetition(home, { id });
    expect(found).toMatchObject({ state: "moderation", title: rework.title, demand: rework.demand });
    const newest = (await listPetitionEvents(home, id)).at(-1);
    expect(newest).toMatchObject({
      step: "resubmit",
      note: rework.changeNote,
      dueAt: found?.moderationDueAt,
    });
    expect(found?.moderationDueAt).not.toBeNull();
  });

  it("F-7 takes nothing once the time is over, and says so", async () => {
    const { id, author, number } = await returned(-1);
    expect(await resubmitPetition(home, author, rework)).toEqual({ done: false, reason: "rework_late" });
    expect((await findPetition(home, { number }))?.state).toBe("returned");
    expect((await findPetition(home, { id }))?.title).not.toBe(rework.title);
  });

  it("F-5 eight sendings at once change it once", async () => {
    const { id, author } = await returned(60);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => resubmitPetition(home, author, rework)),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes).toContainEqual({ done: false, reason: "wrong_state" });
    const steps = (await listPetitionEvents(home, id)).filter(({ step }) => step === "resubmit");
    expect(steps).toHaveLength(1);
  });

  it("S-9 is refused for a petition that was not returned", async () => {
    const { id, authorToken } = await plantPetition(home, { state: "open" });
    const own = await findOwnPetition(home, guest, authorToken);
    if (!own) throw new Error("the author's link does not work");
    expect(await resubmitPetition(home, own.author, rework)).toEqual({ done: false, reason: "wrong_state" });
    expect((await findPetition(home, { id }))?.state).toBe("open");
  });

  it("lets the search find the new text", async () => {
    const { id, author } = await returned(60);
    const title = "Відремонтувати міст через Сухий яр";
    await resubmitPetition(home, author, { ...rework, title });
    await database()
      .update(petition)
      .set({ state: "closed" })
      .where(sql`community_id = ${home.id} and id = ${id}`);
    expect((await listSimilarPetitions(home, "Сухого яру")).map((found) => found.title)).toEqual([title]);
  });
});

describe("withdrawPetition", () => {
  it.each(["gathering", "moderation", "returned", "open"] as const)(
    "takes it back from state %s, with the reason, and sets the time its data go",
    async (state) => {
      const { id, authorToken } = await plantPetition(home, { state });
      const own = await findOwnPetition(home, guest, authorToken);
      if (!own) throw new Error("the author's link does not work");
      expect((await withdrawPetition(home, own.author, { note: "Уже зробили." })).done).toBe(true);
      expect((await listPetitionEvents(home, id)).at(-1)).toMatchObject({
        step: "withdraw",
        state: "withdrawn",
        note: "Уже зробили.",
      });
      const [row] = await database()
        .select({ days: sql<number>`round(extract(epoch from wipe_at - clock_timestamp()) / 86400)::int` })
        .from(petition)
        .where(sql`community_id = ${home.id} and id = ${id}`);
      expect(row?.days).toBe(365);
    },
  );

  it.each(["refused", "closed", "stopped", "withdrawn"] as const)(
    "S-9 cannot take back what is %s",
    async (state) => {
      const { authorToken } = await plantPetition(home, { state });
      const own = await findOwnPetition(home, guest, authorToken);
      if (!own) throw new Error("the author's link does not work");
      expect(await withdrawPetition(home, own.author, { note: "Ні" })).toEqual({
        done: false,
        reason: "wrong_state",
      });
    },
  );

  it("F-21 withdrawn twice and reworked at once it has one outcome", async () => {
    const { id, author } = await returned(60);
    const outcomes = await Promise.all([
      withdrawPetition(home, author, { note: "Раз" }),
      withdrawPetition(home, author, { note: "Два" }),
      resubmitPetition(home, author, rework),
    ]);
    const steps = (await listPetitionEvents(home, id)).map(({ step }) => step);
    const withdrawals = outcomes.slice(0, 2).filter(({ done }) => done);
    expect(withdrawals).toHaveLength(1);
    expect(steps.filter((step) => step === "withdraw")).toHaveLength(1);
    expect(steps.at(-1)).toBe("withdraw");
  });
});
