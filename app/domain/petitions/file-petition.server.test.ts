import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { petition } from "~db/schema/petitions";
import { lettersOf, plantPerson } from "../../../test/factories/identity";
import { origin, plantFiled, plantPetitionDraft, plantRules } from "../../../test/factories/petition-drafts";
import { plantCommunity } from "../../../test/factories/server";
import { deriveToken } from "./derive-token.server";
import { filePetition } from "./file-petition.server";
import { findFiledPetition, findOwnPetition } from "./own-petition-queries.server";
import { withStep } from "./petition-draft";
import { findPetitionDraft } from "./petition-draft-queries.server";
import { findPetition, listPetitionEvents } from "./petition-queries.server";
import { savePetition } from "./save-petition.server";
import { startPetition } from "./start-petition.server";

const guest: Viewer = { kind: "guest" };
let home: Community;
beforeAll(async () => {
  home = await plantCommunity("filing");
});

const file = (resume: string, viewer: Viewer = guest, community = home) =>
  filePetition(community, { resume, viewer, origin });

describe("filing a petition", () => {
  it("makes it gather first signatories until a day, with a fact and a record of the act", async () => {
    const { number } = await plantFiled(home);
    const found = await findPetition(home, { number });
    expect(found).toMatchObject({
      state: "gathering",
      title: "Освітити вулицю Зоряну",
      language: "uk",
      addressee: "Рада громади",
      districtId: null,
      authorId: null,
      openedAt: null,
      rules: { firstSignatories: 7 },
    });
    const [fact, ...others] = await listPetitionEvents(home, found?.id ?? "");
    expect([fact?.step, fact?.state, others]).toEqual(["file", "gathering", []]);
    const days = ((fact?.dueAt?.getTime() ?? 0) - (fact?.at.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(31.1);
    const acts = await database()
      .select({ act: auditEvent.act, details: auditEvent.details })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, home.id), eq(auditEvent.subjectId, found?.id ?? "")));
    expect(acts).toEqual([{ act: "petition.file", details: {} }]);
  });

  it("F-5 files once under eight parallel posts, and every post gets the same number", async () => {
    const title = "Одна петиція, вісім натискань";
    const resume = await plantPetitionDraft(home, { title, email: "eight@example.org" });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => file(resume)));
    const numbers = outcomes.map((outcome) => (outcome.done ? outcome.value.number : outcome.reason));
    expect(new Set(numbers).size).toBe(1);
    const stored = and(eq(petition.communityId, home.id), eq(petition.title, title));
    expect(await database().$count(petition, stored)).toBe(1);
    const letters = (await lettersOf(home)).filter(({ recipient }) => recipient === "eight@example.org");
    expect(letters).toHaveLength(1);
  });

  it("F-26 a page sent again later leads to the same petition, and its draft takes no more answers", async () => {
    const { number, resume } = await plantFiled(home);
    expect(await file(resume)).toEqual({ done: true, value: { number } });
    const late = await savePetition(home, resume, (was) => withStep(was, "title", { title: "Інше" }, 1));
    expect(late).toEqual({ done: false, reason: "already_filed" });
  });

  it("gives people who file at the same instant different numbers without a gap", async () => {
    const busy = await plantCommunity("filing-busy");
    const drafts = await Promise.all(Array.from({ length: 8 }, () => plantPetitionDraft(busy)));
    const outcomes = await Promise.all(drafts.map((resume) => file(resume, guest, busy)));
    const numbers = outcomes.map((outcome) => (outcome.done ? outcome.value.number : 0));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("S-9 refuses a draft that is not finished and names the step", async () => {
    const started = await startPetition(home, { language: "uk" });
    if (!started.done) throw new Error(started.reason);
    const details = { step: "title" };
    expect(await file(started.value.resume)).toEqual({ done: false, reason: "incomplete", details });
  });

  it("S-5 knows no draft of another community", async () => {
    const other = await plantCommunity("filing-other");
    const resume = await plantPetitionDraft(home);
    expect(await file(resume, guest, other)).toEqual({ done: false, reason: "no_such_draft" });
    expect((await findPetitionDraft(home, resume))?.filedNumber).toBeNull();
  });

  it("sends it to the moderators at once where no first signatories are asked for", async () => {
    const quick = await plantCommunity("filing-quick");
    await plantRules(quick, { firstSignatories: 0 });
    const { number, letter } = await plantFiled(quick);
    const found = await findPetition(quick, { number });
    expect(found?.state).toBe("moderation");
    expect(found?.moderationDueAt).not.toBeNull();
    expect(letter?.body).toContain("Модератор перевірить її до");
    expect(letter?.body).not.toContain("/petitions/second/");
  });

  it("S-60 the draft forgets text, name and address once it is filed, and keeps the consent", async () => {
    const { resume } = await plantFiled(home);
    expect((await findPetitionDraft(home, resume))?.answers).toEqual({ language: "uk", consent: true });
  });
});

describe("the links of a petition", () => {
  it("S-12 go by mail to an author without an account, and nothing the browser has seen opens them", async () => {
    const { resume, number, letter, tokens } = await plantFiled(home, { email: "mailed@example.org" });
    expect([letter?.recipient, letter?.language]).toEqual(["mailed@example.org", "uk"]);
    expect((await findOwnPetition(home, guest, tokens.author))?.petition.number).toBe(number);
    expect(await findOwnPetition(home, guest, deriveToken("author", resume))).toBeNull();
    expect(await findOwnPetition(home, guest, resume)).toBeNull();
    expect(tokens.second).toBe(deriveToken("second", tokens.author));
    expect((await findFiledPetition(home, resume))?.email).toBe("mailed@example.org");
  });

  it("S-2 the link for first signatories does not open the author's page", async () => {
    const { tokens } = await plantFiled(home);
    expect(await findOwnPetition(home, guest, tokens.second)).toBeNull();
  });

  it("S-5 the author's link opens nothing in another community", async () => {
    const other = await plantCommunity("filing-elsewhere");
    const { tokens } = await plantFiled(home);
    expect(await findOwnPetition(other, guest, tokens.author)).toBeNull();
  });

  it("follow from the draft for an account that files with its own mailbox, whatever its spelling", async () => {
    const anna = await plantPerson(home, { email: "anna@example.org" });
    const filed = await plantFiled(home, { email: "ANNA+petition@example.org" }, anna);
    const own = await findOwnPetition(home, anna, deriveToken("author", filed.resume));
    expect(own?.author).toMatchObject({ actorId: anna.id, petitionId: own?.petition.id });
    expect(filed.tokens.author).toBe(deriveToken("author", filed.resume));
  });

  it("do not follow from it when the account names somebody else's mailbox", async () => {
    const taras = await plantPerson(home);
    const { resume, number } = await plantFiled(home, { email: "victim@example.org" }, taras);
    expect(await findOwnPetition(home, taras, deriveToken("author", resume))).toBeNull();
    expect((await findPetition(home, { number }))?.authorId).toBe(taras.id);
  });

  it("come in the language of the petition, whatever the language of the page", async () => {
    const { letter } = await plantFiled(home, {
      language: "en",
      title: "Осветить улицу Звёздную",
      demand: "Установить двенадцать фонарей, чтобы было видно.",
      grounds: "Вечером дети идут в темноте.",
    });
    expect(letter?.language).toBe("ru");
    expect(letter?.subject).toContain("подана");
    expect(letter?.body).toContain(`${origin}/ru/petitions/by-author/`);
  });
});

describe("F-24 hostile texts", () => {
  it.each([
    "👩‍👩‍👧‍👦 родина",
    "e\u0301 та é".normalize("NFC"),
    "zero\u200bwidth",
    "%_\\'\";--<b>&amp;{{}}",
    "я".repeat(3_000),
  ])("F-24 %j is saved exactly", async (text) => {
    const { number } = await plantFiled(home, { demand: text, grounds: text });
    const found = await findPetition(home, { number });
    expect([found?.demand, found?.grounds]).toEqual([text, text]);
  });
});
