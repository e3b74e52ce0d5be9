import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { auditEvent } from "~db/schema/audit";
import { coAuthor, initiative, initiativeEvent, initiativeVersion } from "~db/schema/initiatives";
import { outbox } from "~db/schema/notifications";
import { roundStage } from "~db/schema/prioritisation";
import {
  guest,
  moveSubmissionEnd,
  plantCall,
  plantDraft,
  plantInitiative,
} from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { findDraft, lockDraft } from "./draft-queries.server";
import { findInitiative } from "./initiative-queries.server";
import { saveDraft } from "./save-draft.server";
import { startDraft } from "./start-draft.server";
import { submitDraft } from "./submit-draft.server";

const origin = "https://budget.example.org";
let home: Community;
let call: string;

beforeAll(async () => {
  home = await plantCommunity("submitting");
  call = await plantCall(home);
});

const submit = (resume: string, community = home) =>
  submitDraft(community, { resume, viewer: guest, language: "uk", origin });

function resolvable() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Returns when a request of this test stands before a lock. */
async function someoneWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (;;) {
    const found = await database().execute(waiting);
    if (found.length > 0) return;
  }
}

describe("submitting a draft", () => {
  it("makes an initiative with a number, its first version, a fact and an audit record", async () => {
    const resume = await plantDraft(home, call);
    const outcome = await submit(resume);
    if (!outcome.done) throw new Error(outcome.reason);
    const found = await findInitiative(home, outcome.value.number);
    expect(found).toMatchObject({
      state: "submitted",
      version: 1,
      title: "Лавки біля ставка",
      language: "uk",
      costGuess: 12_000_000,
      authorId: null,
      authorName: "Оксана Приклад",
      district: null,
    });
    const scope = eq(initiativeEvent.communityId, home.id);
    const events = await database()
      .select({ step: initiativeEvent.step, state: initiativeEvent.state })
      .from(initiativeEvent)
      .where(and(scope, eq(initiativeEvent.initiativeId, found?.id ?? "")));
    expect(events).toEqual([{ step: "submit", state: "submitted" }]);
    const acts = await database()
      .select({ act: auditEvent.act, details: auditEvent.details })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, home.id), eq(auditEvent.subjectId, found?.id ?? "")));
    expect(acts).toEqual([{ act: "initiative.submit", details: {} }]);
  });

  it("F-5 sends once under eight parallel posts, and every post gets the same number", async () => {
    const resume = await plantDraft(home, call, { title: "Одна ініціатива, вісім натискань" });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => submit(resume)));
    const numbers = outcomes.map((outcome) => (outcome.done ? outcome.value.number : outcome.reason));
    expect(new Set(numbers).size).toBe(1);
    const stored = await database()
      .select({ number: initiative.number })
      .from(initiative)
      .where(
        and(eq(initiative.communityId, home.id), eq(initiative.title, "Одна ініціатива, вісім натискань")),
      );
    expect(stored).toEqual([{ number: numbers[0] }]);
  });

  it("F-26 a page sent again later leads to the same initiative, not to a second one", async () => {
    const { number, resume } = await plantInitiative(home, call);
    expect(await submit(resume)).toEqual({ done: true, value: { number } });
    const late = await saveDraft(home, resume, {
      step: "title",
      answers: { title: "Інше", theme: "other" },
      seen: 1,
    });
    expect(late).toMatchObject({ done: false, reason: "already_submitted" });
  });

  it("gives people who file at the same instant different numbers without a gap", async () => {
    const busy = await plantCommunity("busy");
    const round = await plantCall(busy);
    const drafts = await Promise.all(Array.from({ length: 8 }, () => plantDraft(busy, round)));
    const outcomes = await Promise.all(drafts.map((resume) => submit(resume, busy)));
    const numbers = outcomes.map((outcome) => (outcome.done ? outcome.value.number : 0));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("refuses a draft that is not finished and names the step", async () => {
    const started = await startDraft(home, { roundId: call, language: "uk" });
    if (!started.done) throw new Error(started.reason);
    expect(await submit(started.value.resume)).toEqual({
      done: false,
      reason: "incomplete",
      details: { step: "title" },
    });
  });

  it("remembers the signed-in person as the author", async () => {
    const district = await plantDistrict(home);
    const resident = await plantResident(home, district);
    const { number } = await plantInitiative(home, call, { districtId: district }, resident);
    expect(await findInitiative(home, number)).toMatchObject({
      authorId: resident.id,
      district: { id: district },
    });
  });
});

describe("F-7 the end of the submission stage", () => {
  it("a draft sent one second before it is taken, one second after it is refused with the reason", async () => {
    const round = await plantCall(home);
    const [early, late] = [await plantDraft(home, round), await plantDraft(home, round)];
    await moveSubmissionEnd(home, round, 1);
    expect((await submit(early)).done).toBe(true);
    await moveSubmissionEnd(home, round, -1);
    expect(await submit(late)).toEqual({ done: false, reason: "submission_closed" });
    expect((await findDraft(home, late))?.submittedNumber).toBeNull();
    expect((await findDraft(home, late))?.answers.title).toBe("Лавки біля ставка");
  });

  it("is decided when the row is written, not when the request began", async () => {
    const round = await plantCall(home);
    const resume = await plantDraft(home, round);
    const [held, locked] = [resolvable(), resolvable()];
    const holder = transaction(async (tx) => {
      await lockDraft(tx, home, resume);
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    const answer = submit(resume);
    await someoneWaits();
    await moveSubmissionEnd(home, round, -1);
    held.resolve();
    await holder;
    expect(await answer).toEqual({ done: false, reason: "submission_closed" });
  });

  it("S-9 nothing is taken before the stage, and no draft begins outside it", async () => {
    const round = await plantCall(home);
    const resume = await plantDraft(home, round);
    await database()
      .update(roundStage)
      .set({ opensAt: sql`clock_timestamp() + interval '1 hour'` })
      .where(
        and(
          eq(roundStage.communityId, home.id),
          eq(roundStage.roundId, round),
          eq(roundStage.kind, "submission"),
        ),
      );
    expect(await submit(resume)).toEqual({ done: false, reason: "submission_planned" });
    expect(await startDraft(home, { roundId: round, language: "uk" })).toMatchObject({
      reason: "submission_not_open",
    });
    const over = await plantCall(home, -7200, -60);
    expect(await startDraft(home, { roundId: over, language: "uk" })).toMatchObject({
      reason: "submission_not_open",
    });
    expect(await startDraft(home, { roundId: newId(), language: "uk" })).toMatchObject({
      reason: "submission_not_open",
    });
    expect(await startDraft(home, { roundId: "'; --", language: "uk" })).toMatchObject({
      reason: "submission_not_open",
    });
  });
});

describe("letters", () => {
  const lettersTo = (recipient: string) =>
    database()
      .select({ subject: outbox.subject, body: outbox.body, language: outbox.language })
      .from(outbox)
      .where(and(eq(outbox.communityId, home.id), eq(outbox.recipient, recipient)));

  it("tell the author the number and the link to act with, in the same transaction", async () => {
    const { number, resume } = await plantInitiative(home, call, { email: "author-of-letters@example.org" });
    const [letter] = await lettersTo("author-of-letters@example.org");
    expect(letter?.language).toBe("uk");
    expect(letter?.subject).toContain(String(number));
    expect(letter?.body).toContain(`/uk/initiatives/${number}`);
    expect(letter?.body).toContain(`/uk/drafts/${resume}`);
  });

  it("ask each named co-author once; the author and doubles are left out", async () => {
    const coAuthors = ["taras@example.org", "TARAS@example.org", "oksana.k@gmail.com"];
    const { id } = await plantInitiative(home, call, { email: "o.k.s.a.n.a.k@gmail.com", coAuthors });
    const invited = await database()
      .select({ email: coAuthor.canonicalEmail, hash: coAuthor.tokenHash, accepted: coAuthor.acceptedAt })
      .from(coAuthor)
      .where(and(eq(coAuthor.communityId, home.id), eq(coAuthor.initiativeId, id)));
    expect(invited.map(({ email, accepted }) => [email, accepted])).toEqual([["taras@example.org", null]]);
    const [letter] = await lettersTo("TARAS@example.org");
    const token = /\/co-author\/([0-9a-f]{40})/.exec(letter?.body ?? "")?.[1] ?? "";
    expect(token).not.toBe("");
    expect(invited[0]?.hash).not.toContain(token);
  });
});

describe("what is kept", () => {
  it("S-60 the draft forgets its texts and the co-authors once it is submitted, and keeps the consent", async () => {
    const { resume } = await plantInitiative(home, call, { coAuthors: ["co@example.org"] });
    const kept = (await findDraft(home, resume))?.answers ?? {};
    expect(Object.keys(kept).sort()).toEqual(["authorName", "consent", "email", "language", "showName"]);
  });
});

describe("F-24 hostile texts", () => {
  const texts = [
    "👩‍👩‍👧‍👦 родина",
    "e\u0301 та é".normalize("NFC"),
    "zero\u200bwidth",
    "%_\\'\";--<b>&amp;{{}}",
    "я".repeat(2_000),
    "\u{1F600}".repeat(500),
  ];

  it.each(texts)("%j is saved exactly", async (text) => {
    const { number } = await plantInitiative(home, call, {
      problem: text,
      proposal: text,
      beneficiaries: text,
    });
    const found = await findInitiative(home, number);
    expect([found?.problem, found?.proposal, found?.beneficiaries]).toEqual([text, text, text]);
    const [row] = await database()
      .select({ text: initiativeVersion.problem })
      .from(initiativeVersion)
      .where(
        and(eq(initiativeVersion.communityId, home.id), eq(initiativeVersion.initiativeId, found?.id ?? "")),
      );
    expect(row?.text).toBe(text);
  });
});
