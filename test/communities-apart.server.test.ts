import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { importElection } from "~/domain/results/import-election.server";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { closeAndCount } from "~/jobs/close-and-count.server";
import { database } from "~/platform/database.server";
import { hiddenId } from "~/shared/id";
import { plantAdministrator, plantRound } from "./factories/prioritisation";
import { plantCommunity } from "./factories/server";
import { moveVotingEnd, plantDistrict, plantResident, plantVote } from "./factories/voting";

const ELECTION = "db/seed/elections/Poland_Wieliczka_2023_Green_Budget.pb.gz";

/** Every row of a community as text, table by table. */
async function rowsOf({ id }: Community): Promise<Record<string, string>> {
  const tables = await database().execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'community_id' order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database().execute<{ rows: string | null }>(sql`
      select string_agg(kept::text, E'\\n' order by kept::text) as rows
      from ${sql.identifier(name)} kept where kept.community_id = ${id}`);
    if (row?.rows) found[name] = row.rows;
  }
  return found;
}

/** A round from its set-up to its count, and a whole election brought in. */
async function live(community: Community): Promise<void> {
  await plantRound(community, await plantAdministrator(community));
  const district = await plantDistrict(community);
  const { roundId, city } = await plantVote(community, district);
  for (const choice of city.projects.slice(0, 2)) {
    const resident = await plantResident(community, district);
    const cast = { roundId, choices: [choice], castKey: hiddenId(), baseVersion: 0 };
    expect((await castBallot(community, resident, cast)).done).toBe(true);
  }
  await moveVotingEnd(community, roundId, -1);
  await closeAndCount(community, roundId);
  const bytes = await readFile(ELECTION);
  expect((await importElection(community, { file: { name: "election.pb.gz", bytes } })).done).toBe(true);
}

describe("two communities of one install", () => {
  it("DB-4 nothing that happens in one touches a row of the other", { timeout: 120_000 }, async () => {
    const [first, second] = [await plantCommunity("first"), await plantCommunity("second")];
    await live(first);
    const before = await rowsOf(first);
    expect(Object.keys(before).length).toBeGreaterThan(10);
    await live(second);
    expect(await rowsOf(first)).toEqual(before);
  });
});
