import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { countRound } from "~/domain/results/count-round.server";
import { publishResult } from "~/domain/results/publish-result.server";
import { plantClosedVote, plantElection, plantResultDay } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import type { PlantedVote } from "../../../test/factories/voting";
import { visit } from "../../../test/harness/route";
import { loader as ballots } from "./ballot-file";
import { loader as permanent } from "./permanent";
import { loader as project } from "./project";
import { loader as record } from "./record-file";
import { loader as page } from "./result";
import { loader as table } from "./table-file";
import { loader as turnout } from "./turnout-file";

let community: Community;
let other: Community;
let vote: PlantedVote;

const choose = (_place: number, { city }: PlantedVote) => city.projects.slice(0, 1);

beforeAll(async () => {
  community = await plantCommunity("result-pages");
  other = await plantCommunity("result-pages-elsewhere");
  vote = await plantClosedVote(community, { people: 52, choose });
  await countRound(community, vote.roundId);
});

type Url = [name: string, loader: Parameters<typeof visit>[0], path: string, params: Record<string, string>];

const urls: Url[] = [
  ["the page", page, "/uk/rounds/SLUG/results", {}],
  ["the page of a project", project, "/uk/rounds/SLUG/results/1", { code: "1" }],
  ["the CSV", table, "/pb/SLUG/results.csv", {}],
  ["the CSV for Excel", table, "/pb/SLUG/results.csv?for=excel", {}],
  ["the turnout", turnout, "/pb/SLUG/turnout.csv", {}],
  ["the JSON", record, "/pb/SLUG/results.json", {}],
  ["the ballots", ballots, "/pb/SLUG/community/ballots.pb", { list: "community" }],
];

function at(place: number): Url {
  const url = urls[place];
  if (!url) throw new Error(`There is no address ${place}.`);
  return url;
}

function ask([, loader, path, params]: Url, slug: string, home: Community = community) {
  return visit(loader, home, { path: path.replace("SLUG", slug), params: { slug, ...params } });
}

describe.each(urls)("before the result is public, %s", (...url) => {
  it("answers 404 without a single figure", async () => {
    await plantResultDay(community, vote.roundId, 20);
    const { status, data, response, headers } = await ask(url, vote.slug);
    expect(status).toBe(404);
    expect(headers.get("Cache-Control") ?? "").not.toContain("public");
    expect(response ? await response.text() : JSON.stringify(data)).not.toMatch(
      /funded|votes|ballots|voters|spent/,
    );
  });
});

it("the page says when the result is due", async () => {
  await plantResultDay(community, vote.roundId, 20);
  const { data } = await visit(page, community, { path: "/uk", params: { slug: vote.slug } });
  expect(Object.keys(data as object).sort()).toEqual(["awaited", "kind", "slug", "title"]);
  expect((data as { awaited: { dueAt: Date } }).awaited.dueAt.getTime()).toBeGreaterThan(Date.now());
});

describe("after the result is public", () => {
  beforeAll(async () => {
    await plantResultDay(community, vote.roundId, -1);
    await publishResult(community, vote.roundId, "http://localhost:3000");
  });

  it("SC-7 may be kept by every cache and sets no cookie", async () => {
    const code = await firstCode();
    for (const [name, loader, path, params] of urls) {
      const url: Url = [name, loader, path, name === "the page of a project" ? { code } : params];
      const { status, headers } = await ask(url, vote.slug);
      expect([name, status]).toEqual([name, 200]);
      expect(headers.get("Cache-Control")).toMatch(/^public, max-age=60/);
      expect(headers.has("Set-Cookie")).toBe(false);
    }
  });

  it.each(urls)("S-5 another community finds nothing: %s", async (...url) => {
    expect((await ask(url, vote.slug, other)).status).toBe(404);
  });

  it("S-4 sends the listed facts of a project and no others", async () => {
    const { data } = await visit(page, community, { path: "/uk", params: { slug: vote.slug } });
    const { result } = data as { result: { lists: { projects: object[] }[] } };
    expect(Object.keys(result).sort()).toEqual([
      "currency",
      "drawSource",
      "lists",
      "publishedAt",
      "slug",
      "source",
      "tieOrder",
      "title",
      "turnout",
      "voters",
    ]);
    expect(Object.keys(result.lists[0]?.projects[0] ?? {}).sort()).toEqual([
      "area",
      "category",
      "code",
      "cost",
      "funded",
      "initiative",
      "language",
      "missing",
      "place",
      "reason",
      "round",
      "score",
      "title",
      "votes",
    ]);
  });

  it("gives the same figures as CSV and JSON", async () => {
    const csv = await (await ask(at(2), vote.slug)).response?.text();
    const [header = "", first = ""] = csv?.split("\r\n") ?? [];
    expect(header).toBe(
      "list,place,code,title,category,area,cost,currency,votes,score,funded,round,reason,why,moreVotes,cheaperBy",
    );
    expect(first).toMatch(/^community,1,\d+,Проєкт \d+,,,2000,UAH,52,52,1,1,funded-in-turn,/);
    const json = JSON.parse((await (await ask(at(5), vote.slug)).response?.text()) ?? "null");
    expect(json).toMatchObject({
      funded: 1,
      projects: 6,
      voters: 52,
      currency: "UAH",
      spent: "2000",
      budget: "15000",
    });
    expect(json.lists[0].ballotFile.address).toBe(
      `http://localhost:3000/pb/${vote.slug}/community/ballots.pb`,
    );
  });

  it("S-51 lets other sites read the JSON and nothing else", async () => {
    const allowed = await Promise.all(
      urls
        .slice(2)
        .map(async (url) => [url[0], (await ask(url, vote.slug)).headers.get("Access-Control-Allow-Origin")]),
    );
    expect(allowed.filter(([, origin]) => origin)).toEqual([["the JSON", "*"]]);
  });

  it("B-10 keeps the ballots of a small list for the auditors and gives no turnout of a few", async () => {
    const small = await plantClosedVote(community, { people: 9, choose });
    await countRound(community, small.roundId);
    await publishResult(community, small.roundId, "http://localhost:3000");
    expect((await ask(at(0), small.slug)).status).toBe(200);
    expect((await ask(at(6), small.slug)).status).toBe(404);
    expect((await ask(at(4), small.slug)).status).toBe(404);
    const json = JSON.parse((await (await ask(at(5), small.slug)).response?.text()) ?? "null");
    expect(json.lists[0]).toMatchObject({ ballotFile: null, fundedChoices: [] });
  });

  it("leads from the short address to the page, in the asked language", async () => {
    const short = (query: string) =>
      visit(permanent, community, { path: `/pb/a/results${query}`, params: { slug: "a" } });
    expect((await short("")).location).toBe("/uk/rounds/a/results");
    expect((await short("?lang=en")).location).toBe("/en/rounds/a/results");
  });
});

describe("an imported election", () => {
  it("finds a project by a number with a slash in it", async () => {
    const projects = "project_id;cost;name\nORL/0007;600;Парк\n2;500;Сквер";
    const slug = await plantElection(community, { projects, votes: "voter_id;vote\na;ORL/0007" });
    const { status, data } = await visit(project, community, {
      path: "/uk",
      params: { slug, code: "ORL/0007" },
    });
    expect(status).toBe(200);
    expect(data).toMatchObject({ project: { code: "ORL/0007", funded: true } });
  });

  it.each(["\0", "\ud800", "no-such", "x".repeat(5_000), "%00"])(
    "F-24 answers 404 to the slug %j",
    async (slug) => {
      for (const url of urls) expect((await ask(url, slug)).status).toBe(404);
      expect(
        (await visit(ballots, community, { path: "/", params: { slug: vote.slug, list: slug } })).status,
      ).toBe(404);
    },
  );

  it("S-32 sorts by a list of columns and ignores anything else", async () => {
    const slug = await plantElection(community);
    const sorting = async (sort: string) => {
      const path = `/uk/rounds/${slug}/results?sort=${encodeURIComponent(sort)}`;
      return ((await visit(page, community, { path, params: { slug } })).data as { sorting: object }).sorting;
    };
    expect(await sorting("-cost")).toEqual({ by: "cost", descending: true });
    expect(await sorting("cost; drop table round")).toEqual({ by: "result", descending: false });
  });
});

async function firstCode(): Promise<string> {
  const { data } = await visit(page, community, { path: "/uk", params: { slug: vote.slug } });
  return (
    (data as { result: { lists: { projects: { code: string }[] }[] } }).result.lists[0]?.projects[0]?.code ??
    ""
  );
}
