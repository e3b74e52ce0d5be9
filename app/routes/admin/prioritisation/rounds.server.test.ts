import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator, Moderator } from "~/domain/identity/viewer";
import { calendarValues } from "~/domain/prioritisation/calendar-form";
import { openVoting } from "~/domain/prioritisation/open-voting.server";
import { findScreening } from "~/domain/prioritisation/screening-queries.server";
import { plantInitiative } from "../../../../test/factories/initiatives";
import {
  beginVoting,
  plantAdministrator,
  plantDraftRound,
  plantModerator,
  plantRound,
  reread,
  stagesFrom,
} from "../../../../test/factories/prioritisation";
import { plantCommunity } from "../../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../../test/factories/voting";
import { visit } from "../../../../test/harness/route";
import * as moderation from "./moderation";
import * as overview from "./round";
import * as calendar from "./round-calendar";
import * as envelopes from "./round-envelopes";
import * as newRound from "./round-new";
import * as publish from "./round-publish";
import * as rulesPage from "./round-rules";
import * as roundsPage from "./rounds";
import * as screening from "./screening";

let community: Community;
let administrator: Administrator;
let moderator: Moderator;

beforeAll(async () => {
  community = await plantCommunity("setup");
  administrator = await plantAdministrator(community);
  moderator = await plantModerator(community);
});

const at = (slug: string) => ({
  path: `/uk/admin/rounds/${slug}`,
  params: { locale: "uk", slug },
  viewer: administrator,
});
const rules = {
  ballot: "approval",
  maxChoices: "4",
  allocation: "greedy_votes",
  minimumVotes: "0",
  tieOrder: "project_code",
  "bases[]": ["registered"],
  minimumAge: "18",
};
type Failure = { errors: { field: string; message: string }[]; values: Record<string, unknown> };
const told = (answer: { data: unknown }) =>
  (answer.data as Failure).errors.map(({ field, message }) => `${field} ${message}`);

describe("set-up of a round", () => {
  it("leads from a name to a published round, step by step", async () => {
    const fields = {
      slug: "2030",
      title_uk: "Бюджет 2030",
      title_ru: "Бюджет 2030",
      title_en: "Budget 2030",
      summary_uk: "Так",
      summary_ru: "Да",
      summary_en: "Yes",
    };
    const made = await visit(newRound.action, community, { ...at("new"), fields });
    expect(made.location).toBe("/uk/admin/rounds/2030");
    const version = async () => String((await reread(community, "2030")).rulesVersion);
    await visit(envelopes.action, community, {
      ...at("2030"),
      fields: { amount_whole: "1,5 млн", version: await version() },
    });
    const times = calendarValues(stagesFrom(2), community.zone) as Record<string, string>;
    await visit(calendar.action, community, {
      ...at("2030"),
      fields: { ...times, version: await version() },
    });
    await visit(rulesPage.action, community, {
      ...at("2030"),
      fields: { ...rules, version: await version() },
    });
    const early = await visit(publish.action, community, {
      ...at("2030"),
      fields: { version: await version() },
    });
    expect(told(early)).toEqual(["form prioritisation.refusal.incomplete"]);
    const { problems } = (await visit(overview.loader, community, at("2030"))).data as {
      problems: { code: string }[];
    };
    expect(problems.map(({ code }) => code)).toEqual(["no_criterion"]);
  });

  it("S-9 refuses what makes no sense beside its field and keeps what was typed", async () => {
    const { slug, rulesVersion } = await plantDraftRound(community, administrator);
    const version = String(rulesVersion);
    const noChoice = await visit(rulesPage.action, community, {
      ...at(slug),
      fields: { ...rules, maxChoices: "0", version },
    });
    expect([noChoice.status, told(noChoice)]).toEqual([422, ["maxChoices prioritisation.error.maxChoices"]]);
    const times = {
      ...calendarValues(stagesFrom(2), community.zone),
      voting_opens: "2020-01-01T09:00",
    } as Record<string, string>;
    const disorder = await visit(calendar.action, community, { ...at(slug), fields: { ...times, version } });
    expect(told(disorder)).toEqual(["voting_opens prioritisation.error.calendar.overlaps"]);
    expect((disorder.data as Failure).values["voting_opens"]).toBe("2020-01-01T09:00");
  });

  it("F-20 tells the second of two administrators, who keeps the own text", async () => {
    const { slug, rulesVersion } = await plantDraftRound(community, administrator);
    const save = (amount: string) =>
      visit(envelopes.action, community, {
        ...at(slug),
        fields: { amount_whole: amount, version: String(rulesVersion) },
      });
    expect((await save("100")).status).toBe(302);
    const second = await save("200");
    expect([second.status, told(second)]).toEqual([409, ["form prioritisation.refusal.changed_meanwhile"]]);
    expect((second.data as Failure).values["amount_whole"]).toBe("200");
  });

  it("S-9 asks for a reason once voting is open", async () => {
    const { id, slug } = await plantRound(community, administrator);
    await beginVoting(community, id);
    await openVoting(community, id);
    const { rules: stored, rulesVersion } = await reread(community, slug);
    const fields = {
      ...rules,
      maxChoices: String(stored.maxChoices),
      minimumVotes: "3",
      version: String(rulesVersion),
    };
    expect(told(await visit(rulesPage.action, community, { ...at(slug), fields }))).toEqual([
      "reason prioritisation.refusal.reason_required",
    ]);
    const reason = "Рішення ради № 14 від 12 листопада.";
    expect(
      (await visit(rulesPage.action, community, { ...at(slug), fields: { ...fields, reason } })).status,
    ).toBe(302);
  });

  it("S-3 takes no field that the page does not have", async () => {
    const { slug, rulesVersion } = await plantDraftRound(community, administrator);
    const fields = {
      amount_whole: "1",
      version: String(rulesVersion),
      published_at: "now",
      community_id: "x",
    };
    const answer = await visit(envelopes.action, community, { ...at(slug), fields });
    expect(told(answer)).toEqual(["published_at errors.unknown_field", "community_id errors.unknown_field"]);
  });

  it("S-5 is a 404 under another community, and 403 for everybody without the role", async () => {
    const { slug, rulesVersion } = await plantDraftRound(community, administrator);
    const other = await plantCommunity("setup-other");
    const stranger = await plantAdministrator(other);
    const pages = [overview.loader, calendar.loader, envelopes.loader, rulesPage.loader, publish.loader];
    const foreign = await Promise.all(
      pages.map((page) => visit(page, other, { ...at(slug), viewer: stranger })),
    );
    expect(foreign.map(({ status }) => status)).toEqual(pages.map(() => 404));
    const fields = { amount_whole: "1", version: String(rulesVersion) };
    expect((await visit(envelopes.action, other, { ...at(slug), viewer: stranger, fields })).status).toBe(
      404,
    );
    const resident = await plantResident(community, await plantDistrict(community));
    for (const page of [...pages, roundsPage.loader, moderation.loader]) {
      expect(
        (await visit(page as typeof overview.loader, community, { ...at(slug), viewer: resident })).status,
      ).toBe(403);
    }
  });
});

describe("screening", () => {
  it("shows a card with its criteria, tells what is wrong with it, and decides once", async () => {
    const round = await plantRound(community, administrator);
    const { id, number } = await plantInitiative(community, round.id);
    const card = {
      path: `/uk/admin/moderation/${number}`,
      params: { locale: "uk", number: String(number) },
      viewer: moderator,
    };
    const shown = (await visit(screening.loader, community, card)).data as {
      mayDecide: boolean;
      criteria: unknown[];
    };
    expect([shown.mayDecide, shown.criteria.length]).toEqual([true, 2]);
    const filled = {
      version: "1",
      verdict_1: "met",
      verdict_2: "met",
      outcome: "admitted",
      reason: "",
      note: "",
      days: "7",
    };
    const send = (fields: Record<string, string>) => visit(screening.action, community, { ...card, fields });
    expect(told(await send({ ...filled, amount: "", basis: "" }))).toEqual([
      "amount prioritisation.error.card.amount_missing",
      "basis prioritisation.error.card.basis_missing",
    ]);
    const done = await send({ ...filled, amount: "12 000", basis: "Прейскурант, травень 2026 року" });
    expect(done.location).toBe("/uk/admin/moderation");
    expect(await findScreening(community, id)).toMatchObject({
      outcome: "admitted",
      estimate: { amount: 1_200_000 },
    });
    const again = await send({ ...filled, amount: "1", basis: "Прейскурант, травень 2026 року" });
    expect([again.status, told(again)]).toEqual([409, ["form prioritisation.refusal.decided_already"]]);
  });
});
