import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Resident } from "~/domain/identity/viewer";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { setClock } from "~/platform/clock.server";
import { hiddenId } from "~/shared/id";
import { plantCommunity } from "../../../test/factories/server";
import {
  moveVotingEnd,
  type PlantedVote,
  plantDistrict,
  plantResident,
  plantVote,
} from "../../../test/factories/voting";
import { visit } from "../../../test/harness/route";
import * as round from "../prioritisation/round";
import * as rounds from "../prioritisation/rounds";
import * as rules from "../prioritisation/rules";
import * as ballot from "./ballot";
import * as check from "./ballot-check";
import * as sent from "./ballot-sent";
import * as receipt from "./receipt";

let community: Community;
let district: string;
let anna: Resident;

beforeAll(async () => {
  community = await plantCommunity("pages");
  district = await plantDistrict(community);
  anna = await plantResident(community, district);
});

const at = (vote: PlantedVote, end = "") => ({
  path: `/uk/rounds/${vote.slug}/ballot${end}`,
  params: { locale: "uk", slug: vote.slug },
});

type Checked = {
  voter: string;
  checked: { envelopeId: string; choices: string[] }[];
  castKey: string;
  baseVersion: number;
};

async function sendBallot(vote: PlantedVote, viewer: Resident, choices: string[]) {
  const shown = await visit(check.action, community, {
    ...at(vote, "/check"),
    viewer,
    fields: { "choices[]": choices },
  });
  const { voter, castKey, baseVersion } = shown.data as Checked;
  const fields = { "choices[]": choices, voter, castKey, baseVersion: String(baseVersion) };
  const send = () => visit(sent.action, community, { ...at(vote, "/sent"), viewer, fields });
  return { fields, send };
}

describe("the ballot", () => {
  it("leads a guest to sign in and back, and a person without a residence to tell it", async () => {
    const vote = await plantVote(community, district);
    const guest = await visit(ballot.loader, community, at(vote));
    expect([guest.status, guest.location]).toEqual([
      302,
      `/uk/sign-in?next=${encodeURIComponent(at(vote).path)}`,
    ]);
    const homeless = { ...anna, residence: null } as unknown as Resident;
    expect((await visit(ballot.loader, community, { ...at(vote), viewer: homeless })).location).toMatch(
      /residence/,
    );
  });

  it("S-4 gives the page what it shows and no key", async () => {
    const vote = await plantVote(community, district);
    const { data } = await visit(ballot.loader, community, { ...at(vote), viewer: anna });
    const open = data as Record<string, unknown> & { lists: Record<string, unknown>[] };
    expect(Object.keys(open).sort()).toEqual(
      "ballot closesAt currency district embedded lists minimumAge now opensAt ownVote right roundId rulesVersion slug state title trial".split(
        " ",
      ),
    );
    expect(Object.keys(open.lists[0] ?? {}).sort()).toEqual([
      "amount",
      "districtId",
      "envelopeId",
      "projects",
    ]);
  });

  it("stands in the same order for one voter, and in others for others", async () => {
    const vote = await plantVote(community, district);
    const orders = async (viewer: Resident) => {
      const { data } = await visit(ballot.loader, community, { ...at(vote), viewer });
      return JSON.stringify(
        (data as { lists: { projects: { id: string }[] }[] }).lists.map(({ projects }) =>
          projects.map(({ id }) => id),
        ),
      );
    };
    expect(await orders(anna)).toBe(await orders(anna));
    const others = await Promise.all(
      Array.from({ length: 8 }, async () => orders(await plantResident(community, district))),
    );
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  it("allows going over the limit while choosing, refuses it at the check and keeps every tick", async () => {
    const vote = await plantVote(community, district, { maxChoices: 2 });
    const fields = { "choices[]": vote.city.projects };
    const counted = await visit(ballot.action, community, { ...at(vote), viewer: anna, fields });
    expect(counted.data).toEqual({ chosen: vote.city.projects });
    const refused = await visit(check.action, community, { ...at(vote, "/check"), viewer: anna, fields });
    expect(refused.status).toBe(409);
    expect(refused.data).toEqual({
      errors: [{ field: `list-${vote.city.envelopeId}`, message: "voting.refusal.too_many", values: {} }],
      values: { choices: vote.city.projects },
    });
  });

  it("R-24 sent eight times at once and again later gives the same receipt, and no 500", async () => {
    const vote = await plantVote(community, district);
    const { send } = await sendBallot(vote, anna, vote.city.projects.slice(0, 2));
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    const codes = [...answers, await send()].map(({ data }) => (data as { receipt?: string }).receipt);
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    const lookup = {
      path: `/uk/rounds/${vote.slug}/receipt`,
      params: at(vote).params,
      fields: { code: codes[0]?.toLowerCase() ?? "" },
    };
    expect((await visit(receipt.action, community, lookup)).data).toEqual({ code: codes[0], recorded: true });
  });

  it("F-7 says that the vote has closed when the ballot comes after the last minute", async () => {
    const vote = await plantVote(community, district);
    const { send } = await sendBallot(vote, anna, vote.city.projects.slice(0, 1));
    await moveVotingEnd(community, vote.roundId, 0);
    const late = await send();
    expect([late.status, late.data]).toEqual([
      409,
      { refused: "closed", choices: vote.city.projects.slice(0, 1) },
    ]);
  });

  it("F-6 a form of another session does nothing", async () => {
    const vote = await plantVote(community, district);
    const { fields } = await sendBallot(vote, anna, vote.city.projects.slice(0, 1));
    const stolen = await visit(sent.action, community, {
      ...at(vote, "/sent"),
      viewer: anna,
      fields,
      formIsOurs: false,
    });
    expect(stolen.status).toBe(403);
    const { data } = await visit(sent.loader, community, { ...at(vote, "/sent"), viewer: anna });
    expect((data as { ownVote: unknown }).ownVote).toBeNull();
  });

  it("sends nobody's ballot as another's, as on a shared computer where the session ended", async () => {
    const vote = await plantVote(community, district);
    const { fields } = await sendBallot(vote, anna, vote.city.projects.slice(0, 1));
    const borys = await plantResident(community, district);
    const wrong = await visit(sent.action, community, { ...at(vote, "/sent"), viewer: borys, fields });
    expect([wrong.status, wrong.data]).toEqual([409, { refused: "other_person", choices: [] }]);
    const { data } = await visit(sent.loader, community, { ...at(vote, "/sent"), viewer: borys });
    expect((data as { ownVote: unknown }).ownVote).toBeNull();
  });

  it("S-31 knows no other field, and no more choices than a ballot holds", async () => {
    const vote = await plantVote(community, district);
    const post = (fields: Record<string, string | string[]>) =>
      visit(check.action, community, { ...at(vote, "/check"), viewer: anna, fields });
    expect((await post({ "choices[]": [], version: "9" })).status).toBe(422);
    expect((await post({ "choices[]": new Array(401).fill(hiddenId()) })).status).toBe(422);
  });

  it("S-5 is a 404 under another community, on every page of the vote", async () => {
    const other = await plantCommunity("pages-other");
    const theirs = await plantVote(other, await plantDistrict(other));
    const given = { ...at(theirs), viewer: anna };
    const send = { ...given, fields: { castKey: hiddenId(), baseVersion: "0" } };
    const answers = await Promise.all([
      visit(ballot.loader, community, given),
      visit(check.loader, community, given),
      visit(check.action, community, send),
      visit(sent.loader, community, given),
      visit(sent.action, community, send),
      visit(receipt.loader, community, given),
      visit(receipt.action, community, { ...given, fields: { code: "A" } }),
      visit(round.loader, community, given),
      visit(rules.loader, community, given),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it("B-10 nothing that a page gives changes when people vote", async () => {
    const vote = await plantVote(community, district);
    setClock(() => new Date("2026-11-22T10:00:00Z"));
    const given = { ...at(vote), viewer: anna };
    const everything = async () => {
      const pages = [
        round.loader,
        rounds.loader,
        rules.loader,
        ballot.loader,
        check.loader,
        sent.loader,
        receipt.loader,
      ];
      const answers = await Promise.all(
        pages.map((page) => visit(page as typeof ballot.loader, community, given)),
      );
      return JSON.stringify(answers.map(({ data }) => data));
    };
    const before = await everything();
    for (let voter = 0; voter < 5; voter += 1) {
      const person = await plantResident(community, district);
      const cast = {
        roundId: vote.roundId,
        choices: vote.city.projects.slice(0, 2),
        castKey: hiddenId(),
        baseVersion: 0,
      };
      expect(await castBallot(community, person, cast)).toMatchObject({ done: true });
    }
    expect(await everything()).toBe(before);
    setClock();
  });
});
