import { and, asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { readPabulib } from "~/domain/tally/pabulib-reader";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { ballotFile, projectResult, tally } from "~db/schema/results";
import { countRows, electionFile, wieliczka } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import { countBallots } from "./counted-ballots";
import { importElection } from "./import-election.server";

let community: Community;

beforeAll(async () => {
  community = await plantCommunity("import");
});

const lines = (file: { bytes: Uint8Array }) => new TextDecoder().decode(file.bytes).split("\n");

function fileOf(text: string[]) {
  return { name: "broken.pb", bytes: new TextEncoder().encode(text.join("\n")) };
}

describe("importElection", () => {
  it("takes Wieliczka 2023 with the thirty projects its city announced", async () => {
    const outcome = await importElection(community, { file: wieliczka });
    expect(outcome).toEqual({
      done: true,
      value: {
        slug: "wieliczka-2023-green-budget",
        rule: "mes_cost_add1_until_over",
        funded: 30,
        projects: 64,
        ballots: 6586,
      },
    });
    const [found] = await database()
      .select()
      .from(round)
      .where(and(eq(round.communityId, community.id), eq(round.slug, "wieliczka-2023-green-budget")));
    expect(found?.source).toMatchObject({
      currency: "PLN",
      officialRule: "equalshares/add1-comparison",
      sha256: "f2d9c4485b3f9205f513231ae1ebd05c05abd37917e6473942d762069f2d1221",
    });
    const scope = and(eq(tally.communityId, community.id), eq(tally.roundId, found?.id ?? ""));
    const [count] = await database().select().from(tally).where(scope);
    expect(count?.record.official).toEqual({ funded: 30, agrees: true });
    expect(count?.record.count).toMatchObject({
      cost: "995079",
      left: "4921",
      votersWithWinner: 5414,
      steps: 164,
      stop: "overspend",
    });
    expect(count?.record.fundedChoices.slice(1).reduce((sum, voters) => sum + voters, 0)).toBe(5414);
  });

  it("I-7 recounts the stored file to the stored record", async () => {
    const [stored] = await database()
      .select({ record: tally.record, content: ballotFile.content, rule: tally.rule, id: tally.id })
      .from(tally)
      .innerJoin(
        ballotFile,
        and(eq(ballotFile.communityId, tally.communityId), eq(ballotFile.tallyId, tally.id)),
      )
      .where(eq(tally.communityId, community.id));
    const read = readPabulib(new TextDecoder().decode(stored?.content));
    if (!read.ok || !stored) throw new Error("The stored file cannot be read.");
    const { projects, ...count } = countBallots(read.value.election, stored.rule, "project_code").count;
    expect(stored.record.count).toEqual(JSON.parse(JSON.stringify(count)));
    const rows = await database()
      .select({ code: project.code, funded: projectResult.funded, votes: projectResult.votes })
      .from(projectResult)
      .innerJoin(
        project,
        and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
      )
      .where(and(eq(projectResult.communityId, community.id), eq(projectResult.tallyId, stored.id)));
    const expected = projects.map(({ id, funded, votes }) => ({ code: id, funded, votes }));
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set(expected.map((row) => JSON.stringify(row))),
    );
  });

  it("keeps days, places and exact money", async () => {
    const file = electionFile({
      meta: { budget: "1000.50", subunit: "Центр", unit: "Małe Miasto", currency: "PLN" },
    });
    const outcome = await importElection(community, { file, title: { uk: "Мале місто" } });
    if (!outcome.done) throw new Error(outcome.reason);
    expect(outcome.value.slug).toMatch(/^male-miasto-\d{4}$/);
    const [stage] = await database()
      .select({ opensAt: roundStage.opensAt, closesAt: roundStage.closesAt, title: round.title })
      .from(round)
      .innerJoin(
        roundStage,
        and(eq(roundStage.communityId, round.communityId), eq(roundStage.roundId, round.id)),
      )
      .where(and(eq(round.communityId, community.id), eq(round.slug, outcome.value.slug)));
    expect(stage).toEqual({
      opensAt: new Date("2023-04-02T21:00:00Z"),
      closesAt: new Date("2023-04-21T21:00:00Z"),
      title: { uk: "Мале місто" },
    });
    const projects = await database()
      .select({
        code: project.code,
        cost: project.cost,
        latitude: project.latitude,
        language: project.language,
      })
      .from(project)
      .innerJoin(round, and(eq(round.communityId, project.communityId), eq(round.id, project.roundId)))
      .where(and(eq(project.communityId, community.id), eq(round.slug, outcome.value.slug)))
      .orderBy(asc(project.code));
    expect(projects[0]).toEqual({ code: "1", cost: 60_000, latitude: 50.1, language: "uk" });
    expect(projects[1]?.latitude).toBeNull();
  });

  it.each([
    ["cumulative", "greedy_points", "voter_id;vote;points\na;1,3;5,2\nb;2;7"],
    ["ordinal", "greedy_borda", "voter_id;vote\na;1,3\nb;2,1\nc;"],
    ["choose-1", "greedy_votes", "voter_id;vote\na;1\nb;2\nc;2"],
  ])("counts %s ballots by %s", async (voteType, rule, votes) => {
    const outcome = await importElection(community, {
      file: electionFile({ meta: { vote_type: voteType }, votes }),
    });
    expect(outcome).toMatchObject({ done: true, value: { rule } });
  });

  it("records the act without a vote in it", async () => {
    const [act] = await database()
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.communityId, community.id))
      .limit(1);
    expect(act).toMatchObject({ act: "round.import", actorId: null });
    expect(Object.keys(act?.details ?? {}).sort()).toEqual(["ballots", "projects", "rule", "sha256"]);
  });
});

describe("a refused file leaves nothing behind", () => {
  const broken = electionFile();
  const text = lines(broken);
  const line = (start: string) => text.findIndex((each) => each.startsWith(start)) + 1;
  const replaced = (start: string, by: string) =>
    fileOf(text.map((each) => (each.startsWith(start) ? by : each)));

  it.each([
    [
      "a negative cost",
      replaced("2;500", "2;-500;Сквер;;"),
      "unreadable",
      { cause: "cost-negative", line: line("2;500"), column: "cost" },
    ],
    [
      "a choice nobody offered",
      replaced("b;1", "b;77"),
      "unreadable",
      { cause: "choice-unknown", line: line("b;1"), value: "77" },
    ],
    [
      "a missing section",
      fileOf(text.slice(0, line("VOTES") - 1)),
      "unreadable",
      { cause: "section-missing" },
    ],
    ["a project twice", replaced("3;400", "1;400;Лавки;;"), "unreadable", { cause: "project-id-twice" }],
    [
      "no text at all",
      { name: "a.pb", bytes: Uint8Array.of(0xff, 0xfe, 0x00) },
      "unreadable",
      { cause: "not-utf-8" },
    ],
    [
      "a torn archive",
      { name: "a.pb.gz", bytes: wieliczka.bytes.slice(0, 900) },
      "broken_archive",
      undefined,
    ],
    [
      "an amount finer than a kopiika",
      replaced("2;500", "2;500.001;Сквер;;"),
      "amount_too_fine",
      { amount: "500.001" },
    ],
    [
      "a currency nobody knows",
      replaced("currency", "currency;zloty"),
      "unknown_currency",
      { currency: "zloty" },
    ],
  ])("%s", async (_name, file, reason, details) => {
    const before = await countRows(community);
    const outcome = await importElection(community, { file });
    expect(outcome).toMatchObject({ done: false, reason, ...(details ? { details } : {}) });
    expect(await countRows(community)).toEqual(before);
  });

  it("the same file again, under another slug and packed", async () => {
    const file = electionFile();
    await importElection(community, { file });
    const before = await countRows(community);
    const again = await Promise.all(
      ["again", "once-more"].map((slug) => importElection(community, { file, slug })),
    );
    expect(again.map((outcome) => !outcome.done && outcome.reason)).toEqual([
      "already_imported",
      "already_imported",
    ]);
    expect(await countRows(community)).toEqual(before);
  });

  it("twins at once: one round", async () => {
    const file = electionFile();
    const twins = await Promise.all([1, 2, 3].map(() => importElection(community, { file })));
    expect(twins.filter(({ done }) => done)).toHaveLength(1);
  });

  it("a slug that is taken or malformed, an unknown rule", async () => {
    const file = electionFile();
    expect(await importElection(community, { file, slug: "wieliczka-2023-green-budget" })).toMatchObject({
      reason: "slug_taken",
    });
    expect(await importElection(community, { file, slug: "../etc" })).toMatchObject({
      reason: "slug_malformed",
    });
    expect(await importElection(community, { file, rule: "coin" })).toMatchObject({ reason: "unknown_rule" });
    expect(await importElection(community, { file, rule: "mes_points" })).toMatchObject({
      reason: "rule_not_for_ballots",
    });
  });

  it("gives a derived slug that is taken a number", async () => {
    const meta = { unit: "Twin", instance: "2020" };
    const first = await importElection(community, { file: electionFile({ meta }) });
    const second = await importElection(community, { file: electionFile({ meta }) });
    expect([first, second].map((outcome) => outcome.done && outcome.value.slug)).toEqual([
      "twin-2020",
      "twin-2020-2",
    ]);
  });
});
