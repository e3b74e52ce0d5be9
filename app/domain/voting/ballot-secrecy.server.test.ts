import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { hiddenId } from "~/shared/id";
import { plantCommunity } from "../../../test/factories/server";
import { type PlantedVote, plantDistrict, plantResident, plantVote } from "../../../test/factories/voting";
import { castBallot } from "./cast-ballot.server";

let community: Community;
let vote: PlantedVote;
let choices: string[];

/** Two projects side by side, as they stand in the plain ballot: the unique pattern of this choice. */
const pattern = () => choices.map((id) => id.replaceAll("-", "")).join("");

beforeAll(async () => {
  community = await plantCommunity("secrecy");
  const district = await plantDistrict(community);
  vote = await plantVote(community, district);
  choices = vote.city.projects.slice(0, 2);
  const people = await Promise.all([1, 2, 3].map(() => plantResident(community, district)));
  for (const person of people) {
    const cast = { roundId: vote.roundId, choices, castKey: hiddenId(), baseVersion: 0 };
    const sent = await castBallot(community, person, cast);
    if (!sent.done) throw new Error(sent.reason);
    await castBallot(community, person, { ...cast, castKey: hiddenId(), baseVersion: 1 });
  }
});

/** Every row of every table as one text, by table. */
async function dump(): Promise<Map<string, string>> {
  const tables = await database().execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const table = sql.identifier(name);
    const scope = name === "community" ? sql`true` : sql`x.community_id = ${community.id}`;
    const [row] = await database().execute<{ text: string | null }>(
      sql`select string_agg(x::text, ' ') as text from ${table} x where ${scope}`,
    );
    texts.set(name, row?.text ?? "");
  }
  return texts;
}

describe("after a vote", () => {
  it("I-8 no row of any table names a chosen project, except the projects themselves", async () => {
    const texts = await dump();
    expect(texts.get("sealed_ballot")).toContain("\\x");
    const naming = [...texts].filter(([, text]) => {
      const plain = text.toLowerCase();
      return choices.some((id) => plain.includes(id) || plain.includes(id.replaceAll("-", "")));
    });
    expect(naming.map(([name]) => name)).toEqual(["project"]);
  });

  it("I-8 the mark of a voter and the box joined by transaction, place or key give no choice and no time", async () => {
    const rows = await database().execute<{ row: string }>(sql`
      select concat_ws(' ', p, b, p.xmin, b.xmin, b.ctid) as row from participation p
      join sealed_ballot b on b.community_id = p.community_id and b.person_id = p.person_id
      where p.community_id = ${community.id} and p.round_id = ${vote.roundId}`);
    expect(rows).toHaveLength(3);
    for (const { row } of rows) {
      expect(choices.some((id) => row.includes(id) || row.includes(id.replaceAll("-", "")))).toBe(false);
      expect(row).not.toMatch(/\d\d:\d\d:\d\d/);
    }
  });

  it("B-3 boxes of one list have one length, and no two are equal", async () => {
    const boxes = await database().execute<{ length: number; sealed: string }>(
      sql`select length(sealed) as length, encode(sealed, 'hex') as sealed from sealed_ballot where community_id = ${community.id}`,
    );
    expect(new Set(boxes.map(({ length }) => length)).size).toBe(1);
    expect(new Set(boxes.map(({ sealed }) => sealed)).size).toBe(3);
  });

  it("I-12 the plain choice stands nowhere on the server's disk: not in a table, an index or the write-ahead log", async () => {
    await database().execute(sql`checkpoint`);
    const [found] = await database().execute<{ control: number; leaked: number; files: number }>(sql`
      with file as (
        select 'base/' || d.oid || '/' || f as name from pg_database d, pg_ls_dir('base/' || d.oid) f
        where d.datname = current_database() and f ~ '^[0-9]+$'
        union all select 'pg_wal/' || name from (select name from pg_ls_waldir() order by modification desc limit 3) w
      ), content as (select name, pg_read_binary_file(name, 0, 100000000, true) as bytes from file)
      select count(*)::int as files,
        count(*) filter (where position(decode(${pattern()}, 'hex') in bytes) > 0)::int as leaked,
        count(*) filter (where position(decode(${(choices[0] ?? "").replaceAll("-", "")}, 'hex') in bytes) > 0)::int as control
      from content`);
    expect(found?.files).toBeGreaterThan(20);
    // A single project is found where it belongs: the search does see what is there.
    expect(found?.control).toBeGreaterThan(0);
    expect(found?.leaked).toBe(0);
  });
});
