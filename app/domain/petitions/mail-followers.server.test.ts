import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { database, transaction } from "~/platform/database.server";
import { petitionFollower } from "~db/schema/petitions";
import {
  answerContent,
  dutyRules,
  mailedSteps,
  plantClerk,
  plantDuty,
  plantFollowers,
} from "../../../test/factories/answers";
import { lettersOf } from "../../../test/factories/identity";
import { countAll, plantPetition, plantSignatures } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { answerPetition } from "./answer-petition.server";
import { findFollowed } from "./follower-queries.server";
import { mailFollowers } from "./mail-followers.server";
import type { MailedStep } from "./mailing-letter";
import { listMailings } from "./mailing-queries.server";
import { queueMailing } from "./queue-mailing.server";

const origin = "https://petitions.example.org";
let number = 0;

async function plant(
  many: number,
  given = {},
): Promise<{ community: Community; clerk: Clerk; id: string; emails: string[] }> {
  number += 1;
  const community = await plantCommunity(`mailing${number}`);
  const clerk = await plantClerk(community);
  const { id } = await plantPetition(community, { state: "closed", rules: dutyRules(), ...given });
  return { community, clerk, id, emails: await plantFollowers(community, id, many) };
}
const answer = (community: Community, clerk: Clerk, petitionId: string) =>
  answerPetition(community, clerk, { petitionId, seenVersion: 0, content: answerContent() });
const queue = (community: Community, petitionId: string, about: MailedStep) =>
  transaction((tx) => queueMailing(tx, community, { petitionId, about }));

/** Writes the letters of the newest mailing to its end. */
async function mailAll(community: Community, petitionId: string): Promise<void> {
  const [newest] = await listMailings(community, petitionId);
  while ((await mailFollowers({ community, origin }, newest?.id ?? "")) === "more");
}
const tokenIn = (body: string) => /\/petitions\/leave\/([0-9a-f]{40})/.exec(body)?.[1] ?? "";

describe("letters to followers", () => {
  it("come in each reader's language with a link of their own to leave; the author is told too", async () => {
    const { community, clerk, id } = await plant(3);
    await answer(community, clerk, id);
    await mailAll(community, id);
    const letters = await lettersOf(community);
    expect(letters.map(({ recipient, language }) => [recipient, language])).toEqual([
      ["oksana@example.org", "uk"],
      ["reader0@example.org", "uk"],
      ["reader1@example.org", "ru"],
      ["reader2@example.org", "en"],
    ]);
    expect(letters[3]?.subject).toMatch(/^Answer to petition no\. \d+$/);
    expect(letters[3]?.body).toContain("Ліхтарі встановлять до першого вересня.");
    expect(letters[1]?.body).toContain(`${origin}/uk/petitions/`);
    const tokens = letters.map(({ body }) => tokenIn(body));
    expect(tokens[0]).toBe("");
    expect(new Set(tokens.slice(1)).size).toBe(3);
    for (const token of tokens.slice(1)) expect(await findFollowed(community, token)).not.toBeNull();
  });

  it("are written once, whoever runs the job and however often", async () => {
    const { community, clerk, id, emails } = await plant(5);
    await answer(community, clerk, id);
    await Promise.all([1, 2, 3].map(() => mailAll(community, id)));
    await mailAll(community, id);
    expect(await lettersOf(community)).toHaveLength(emails.length + 1);
    expect(await listMailings(community, id)).toMatchObject([{ sent: 6, doneAt: expect.any(Date) }]);
  });

  it("go once to an author who follows the own petition", async () => {
    const { community, clerk, id } = await plant(1, { authorEmail: "Reader0+own@example.org" });
    await answer(community, clerk, id);
    await mailAll(community, id);
    expect((await lettersOf(community)).map(({ recipient }) => recipient)).toEqual(["reader0@example.org"]);
  });

  it("go to nobody who came after the step, nor to anybody once contacts are wiped", async () => {
    const { community, clerk, id } = await plant(0, { authorEmail: "" });
    await answer(community, clerk, id);
    await plantFollowers(community, id, 2);
    await mailAll(community, id);
    expect(await lettersOf(community)).toEqual([]);
  });

  it("name what every step means", async () => {
    const { community, id } = await plant(1, { authorEmail: "" });
    await plantDuty(community, id, 0, 3);
    for (const about of ["reach_threshold", "close"] as const) {
      await queue(community, id, about);
      await mailAll(community, id);
    }
    const [reached, closed] = await lettersOf(community);
    expect(reached?.body).toMatch(/Вона набрала потрібну кількість підписів\.\n\nРада має відповісти до /);
    expect(closed?.body).toMatch(/завершено\.\n\nЗібрано 0 підписів\.\n\nРада має відповісти до /);
  });

  it("say what becomes of a petition with too few signatures", async () => {
    const { community, id } = await plant(1, { authorEmail: "" });
    await queue(community, id, "close");
    await mailAll(community, id);
    expect((await lettersOf(community))[0]?.body).toContain("розглядають як звичайне звернення");
  });

  it("S-8 do not carry a hidden text", async () => {
    const { community, clerk, id } = await plant(1, { hiddenAt: new Date(), title: "Образа, яку приховано" });
    await answer(community, clerk, id);
    await mailAll(community, id);
    const letters = await lettersOf(community);
    expect(letters.filter(({ subject, body }) => `${subject}${body}`.includes("Образа"))).toEqual([]);
  });

  it("of two thresholds reached by one count make one letter", async () => {
    const { community, id } = await plant(1, { state: "open", authorEmail: "" });
    await plantSignatures(community, id, 12);
    await countAll(community);
    expect(await mailedSteps(community, id)).toEqual(["reach_threshold"]);
    await mailAll(community, id);
    const [letter] = await lettersOf(community);
    expect(letter?.body).toMatch(/Рада має відповісти до .*\n\nРада має розглянути її до /);
  });

  it("keep their link when the secret of the installation has changed", async () => {
    const { community, clerk, id } = await plant(1, { authorEmail: "" });
    const own = and(eq(petitionFollower.communityId, community.id), eq(petitionFollower.petitionId, id));
    await database().update(petitionFollower).set({ leaveHash: "of another secret" }).where(own);
    await answer(community, clerk, id);
    await mailAll(community, id);
    const [letter] = await lettersOf(community);
    expect(await findFollowed(community, tokenIn(letter?.body ?? ""))).not.toBeNull();
  });

  it("S-5 of another community are not written", async () => {
    const { community, clerk, id } = await plant(1);
    await answer(community, clerk, id);
    const other = await plantCommunity(`mailing-other${number}`);
    const [mailing] = await listMailings(community, id);
    expect(await mailFollowers({ community: other, origin }, mailing?.id ?? "")).toBe("done");
    expect(await lettersOf(other)).toEqual([]);
  });
});
