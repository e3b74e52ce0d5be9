import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { newId } from "~/shared/id";
import {
  answerContent,
  dutyRules,
  mailedSteps,
  plantClerk,
  plantDuty,
} from "../../../test/factories/answers";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { answerPetition } from "./answer-petition.server";
import { findPetition, listPetitionEvents } from "./petition-queries.server";
import { findAnswerMaker, findResponse, listAnswers } from "./response-queries.server";

let community: Community;
let clerk: Clerk;
beforeAll(async () => {
  community = await plantCommunity("answering");
  clerk = await plantClerk(community);
});

async function plantDue() {
  const { id } = await plantPetition(community, { state: "closed", rules: dutyRules() });
  await plantDuty(community, id, 0, 3);
  return id;
}
const answer = (petitionId: string, seenVersion = 0, body = "Ліхтарі встановлять до осені.", by = clerk) =>
  answerPetition(community, by, {
    petitionId,
    seenVersion,
    content: answerContent({ body, changeNote: seenVersion > 0 ? "Уточнено строк." : "" }),
  });
const responseOf = async (id: string) => {
  const petition = await findPetition(community, { id });
  return petition && (await findResponse(community, petition));
};
const steps = async (id: string) => (await listPetitionEvents(community, id)).map(({ step }) => step);

describe("answerPetition", () => {
  it("publishes the whole answer, which was due and is given", async () => {
    const id = await plantDue();
    expect(await responseOf(id)).toMatchObject({ response: { state: "due", overdue: false }, answers: [] });
    expect(await answer(id)).toEqual({ done: true, value: { version: 1 } });
    expect(await responseOf(id)).toMatchObject({
      response: { state: "answered", inTime: true },
      answers: [{ ...answerContent({ body: "Ліхтарі встановлять до осені." }), version: 1 }],
    });
    expect(await steps(id)).toEqual(["file", "answer"]);
    expect(await mailedSteps(community, id)).toEqual(["answer"]);
  });

  it("corrects by a further version; the first one stays and keeps its time", async () => {
    const id = await plantDue();
    await answer(id);
    expect(await answer(id, 1, "Ліхтарі встановлять до весни.")).toEqual({
      done: true,
      value: { version: 2 },
    });
    const { answers } = (await responseOf(id)) ?? { answers: [] };
    expect(answers.map(({ version, changeNote }) => [version, changeNote])).toEqual([
      [2, "Уточнено строк."],
      [1, ""],
    ]);
    expect(await mailedSteps(community, id)).toEqual(["answer", "answer"]);
  });

  it("F-5 the same answer sent twice, or eight times at once, is published once", async () => {
    const id = await plantDue();
    const sent = await Promise.all(Array.from({ length: 8 }, () => answer(id)));
    sent.push(await answer(id));
    expect(sent).toEqual(sent.map(() => ({ done: true, value: { version: 1 } })));
    expect(await steps(id)).toEqual(["file", "answer"]);
    expect(await mailedSteps(community, id)).toEqual(["answer"]);
  });

  it("F-21 of two clerks at once one publishes; the other is told and may publish the next version", async () => {
    const id = await plantDue();
    const colleague = await plantClerk(community);
    const sent = await Promise.all([
      answer(id, 0, "Відповідь перша, повна."),
      answer(id, 0, "Відповідь друга, повна.", colleague),
    ]);
    expect(sent.filter(({ done }) => done)).toHaveLength(1);
    expect(sent.find(({ done }) => !done)).toEqual({ done: false, reason: "changed_meanwhile" });
    const winner = sent[0]?.done ? clerk : colleague;
    expect(await findAnswerMaker(community, id)).toBe(winner.name);
    expect(await answer(id, 1, "Відповідь спільна, повна.")).toMatchObject({ value: { version: 2 } });
    expect(await listAnswers(community, id)).toHaveLength(2);
  });

  it("refuses a version that leaves a gap", async () => {
    const id = await plantDue();
    expect(await answer(id, 7)).toEqual({ done: false, reason: "changed_meanwhile" });
  });

  it.each(["gathering", "moderation", "returned", "refused", "withdrawn"] as const)(
    "S-9 gives none to a petition that is %s",
    async (state) => {
      const { id } = await plantPetition(community, { state });
      expect(await answer(id)).toEqual({ done: false, reason: "not_answered_state" });
      expect(await listAnswers(community, id)).toEqual([]);
    },
  );

  it("answers a stopped petition, and an open one unasked", async () => {
    for (const state of ["open", "stopped"] as const) {
      const { id } = await plantPetition(community, { state });
      expect(await answer(id)).toMatchObject({ done: true });
      expect(await responseOf(id)).toMatchObject({ response: { state: "answered", inTime: null } });
    }
  });

  it("S-5 does nothing for a petition of another community, or of nobody", async () => {
    const other = await plantCommunity("answering-other");
    const { id } = await plantPetition(other, { state: "closed" });
    expect(await answer(id)).toMatchObject({ reason: "not_answered_state" });
    expect(await answer(newId())).toMatchObject({ reason: "not_answered_state" });
    expect(await listAnswers(other, id)).toEqual([]);
  });
});
