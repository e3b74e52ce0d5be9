import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { countRound } from "~/domain/results/count-round.server";
import { publishResult } from "~/domain/results/publish-result.server";
import { resultJson } from "~/domain/results/result-json";
import { findBallotFile, findPublishedResult } from "~/domain/results/result-queries.server";
import { drawOrder } from "~/domain/tally/draw";
import { revealDraw } from "~/domain/voting/reveal-draw.server";
import { closeAndCount } from "~/jobs/close-and-count.server";
import { database } from "~/platform/database.server";
import { project } from "~db/schema/prioritisation-projects";
import { roundDraw } from "~db/schema/voting";
import { plantAdministrator } from "../../test/factories/prioritisation";
import { plantClosedVote } from "../../test/factories/results";
import { plantCommunity } from "../../test/factories/server";
import type { PlantedVote } from "../../test/factories/voting";

type Draw = { seed: string; publicValue: string; commitment: string; order: string[] };
type Json = { lists: { draw: Draw; count: { selected: string[]; ties: unknown[] }; ballotFile: object }[] };

const folder = mkdtempSync(join(tmpdir(), "openward-draw-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let community: Community;
let vote: PlantedVote;
let codes: { cheap: string; middle: string; dear: string };
let publicValue: string;
let json: string;
let ballots: string;

function openward(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["--import", "tsx", "app/cli/main.ts", ...words], {
    encoding: "utf8",
  });
  return { status, out: stdout.trim(), said: stderr.trim() };
}

async function readCodes() {
  const rows = await database()
    .select({ code: project.code })
    .from(project)
    .where(and(eq(project.communityId, community.id), eq(project.envelopeId, vote.city.envelopeId)))
    .orderBy(project.cost);
  const [cheap = "", middle = "", dear = ""] = rows.map(({ code }) => code);
  return { cheap, middle, dear };
}

/** A value for which the draw puts the dearest first and the middle one last, which no other order would. */
async function valueForTheDearest(): Promise<string> {
  const own = and(eq(roundDraw.communityId, community.id), eq(roundDraw.roundId, vote.roundId));
  const [row] = await database().select({ seed: roundDraw.seed }).from(roundDraw).where(own);
  for (let tried = 1; ; tried += 1) {
    const value = `51,${tried}; "НБУ"`;
    const [first, second] = drawOrder(row?.seed ?? "", value, Object.values(codes));
    if (first === codes.dear && second === codes.cheap) return value;
  }
}

/** The result with something altered, verified against the ballots with something altered. */
function verify(alter: (draw: Draw) => Partial<Draw>, file = ballots, ...options: string[]) {
  const result = JSON.parse(json) as Json;
  const sha256 = createHash("sha256").update(file).digest("hex");
  const [list] = result.lists;
  if (!list) throw new Error("The result has no list.");
  const draw = { ...list.draw, ...alter(list.draw) };
  const changed = { ...result, lists: [{ ...list, draw, ballotFile: { ...list.ballotFile, sha256 } }] };
  writeFileSync(join(folder, "result.json"), JSON.stringify(changed));
  writeFileSync(join(folder, "ballots.pb"), file);
  return openward("verify", join(folder, "result.json"), join(folder, "ballots.pb"), ...options);
}

beforeAll(async () => {
  community = await plantCommunity("verify-draw");
  // Everybody ticks all three: they are equal, and the money is enough for some of them only.
  const choose = (_: number, { city }: PlantedVote) => city.projects;
  vote = await plantClosedVote(community, { people: 50, choose, rules: { tieOrder: "draw" } });
  codes = await readCodes();
}, 60_000);

describe("a round with a draw, from the close to the check at home", { timeout: 60_000 }, () => {
  it("counts nothing before the public value stands, and the job ends quietly", async () => {
    expect(await countRound(community, vote.roundId)).toEqual({ done: false, reason: "no_draw_value" });
    await closeAndCount(community, vote.roundId);
    expect((await publishResult(community, vote.roundId, "http://localhost:3000")).done).toBe(false);
  });

  it("lets the draw decide between equals and publishes what repeats it", async () => {
    publicValue = await valueForTheDearest();
    const administrator = await plantAdministrator(community);
    await revealDraw(community, administrator, { roundId: vote.roundId, publicValue });
    await closeAndCount(community, vote.roundId);
    await publishResult(community, vote.roundId, "http://localhost:3000");
    const result = await findPublishedResult(community, vote.slug);
    const file = await findBallotFile(community, vote.slug, "community");
    if (!result || !file) throw new Error("Nothing is published.");
    const place = { community: community.name, locale: "uk" as const, origin: "http://localhost:3000" };
    json = JSON.stringify(resultJson(result, place));
    ballots = new TextDecoder().decode(file);
    const [city] = (JSON.parse(json) as Json).lists;
    const { seed = "" } = city?.draw ?? {};
    expect(city?.draw.order).toEqual(drawOrder(seed, publicValue, Object.values(codes)));
    expect(city?.count.selected).toContain(codes.dear);
    expect(city?.count.selected).not.toContain(codes.middle);
    expect(city?.count.ties).toContainEqual(expect.objectContaining({ decisive: true, chosen: codes.dear }));
  });

  it("count and verify repeat the draw from the file alone", () => {
    expect(verify(() => ({}))).toMatchObject({ status: 0, said: "" });
    const { commitment } = (JSON.parse(json) as Json).lists[0]?.draw ?? {};
    expect(verify(() => ({}), ballots, "--commitment", commitment ?? "").status).toBe(0);
    const counted = openward("count", join(folder, "ballots.pb"), "--json");
    expect((JSON.parse(counted.out) as { selected: string[] }).selected).toContain(codes.dear);
  });

  it.each<[string, (draw: Draw) => Partial<Draw>, string]>([
    ["seed", () => ({ seed: "00".repeat(32) }), "draw.seed: published 0000"],
    ["value", () => ({ publicValue: "50" }), "draw.publicValue: published 50, the ballot file says 51,"],
    ["commitment", () => ({ commitment: "ab".repeat(32) }), "draw.commitment: published abab"],
    ["order", ({ order }) => ({ order: [...order].reverse() }), "draw: the order does not follow"],
    ["list of projects", ({ order }) => ({ order: order.slice(1) }), "draw: the order does not hold"],
  ])("verify names an altered %s", (_, alter, sentence) => {
    expect(verify(alter)).toMatchObject({ status: 1, said: expect.stringContaining(sentence) });
  });

  it("verify finds a draw altered in both files, by the seed or by the commitment noted before", () => {
    const { seed = "", commitment = "" } = (JSON.parse(json) as Json).lists[0]?.draw ?? {};
    const reseeded = ballots.replace(seed, "00".repeat(32));
    expect(verify(() => ({ seed: "00".repeat(32) }), reseeded)).toMatchObject({
      status: 1,
      said: expect.stringContaining("the seed does not match its commitment"),
    });
    const noted = commitment.replace(/^./, (first) => (first === "0" ? "1" : "0"));
    expect(verify(() => ({}), ballots, "--commitment", noted)).toMatchObject({
      status: 1,
      said: expect.stringContaining("not the one published before voting closed"),
    });
    expect(openward("count", join(folder, "ballots.pb")).status).toBe(0);
    writeFileSync(join(folder, "reseeded.pb"), reseeded);
    expect(openward("count", join(folder, "reseeded.pb")).status).toBe(3);
  });
});
