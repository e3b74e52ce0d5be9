import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { RoundRules } from "~/domain/prioritisation/round";
import { importElection } from "~/domain/results/import-election.server";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { closeVoting } from "~/domain/voting/close-voting.server";
import { database } from "~/platform/database.server";
import { hiddenId } from "~/shared/id";
import { roundStage } from "~db/schema/prioritisation";
import { moveVotingEnd, type PlantedVote, plantDistrict, plantResident, plantVote } from "./voting";

/** The demo's real election, gzipped as published. */
export const wieliczka = {
  name: "Poland_Wieliczka_2023_Green_Budget.pb.gz",
  bytes: new Uint8Array(readFileSync("db/seed/elections/Poland_Wieliczka_2023_Green_Budget.pb.gz")),
};

type Parts = { meta?: Record<string, string>; projects?: string; votes?: string };

let written = 0;

/** A small, valid Pabulib file; each call gives another one. */
export function electionFile({ meta = {}, projects, votes }: Parts = {}): {
  name: string;
  bytes: Uint8Array;
} {
  written += 1;
  const keys = {
    description: `Election ${written}`,
    country: "Ukraine",
    unit: "Zelenohirsk",
    instance: String(2000 + written),
    num_projects: "3",
    num_votes: "4",
    budget: "1000",
    vote_type: "approval",
    rule: "greedy",
    date_begin: "03.04.2023",
    date_end: "21.04.2023",
    currency: "UAH",
    language: "uk",
    ...meta,
  };
  const rows = Object.entries(keys).map((pair) => pair.join(";"));
  const text = [
    "META\nkey;value",
    ...rows,
    "PROJECTS",
    projects ?? "project_id;cost;name;latitude;longitude\n1;600;Парк;50.1;30.2\n2;500;Сквер;;\n3;400;Лавки;;",
    "VOTES",
    votes ?? "voter_id;vote\na;1,3\nb;1\nc;1,2\nd;3",
  ].join("\n");
  return { name: `election-${written}.pb`, bytes: new TextEncoder().encode(text) };
}

/** An imported election with a public result; its slug. */
export async function plantElection(community: Community, parts: Parts = {}): Promise<string> {
  const outcome = await importElection(community, { file: electionFile(parts) });
  if (!outcome.done)
    throw new Error(`The election was refused: ${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.value.slug;
}

/** Rows of every table that an import or a count writes, in this community. */
export async function countRows(community: Community): Promise<Record<string, number>> {
  const tables = [
    "round",
    "round_stage",
    "envelope",
    "project",
    "tally",
    "project_result",
    "ballot_file",
    "audit_event",
  ];
  const counted: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await database().execute<{ rows: number }>(
      sql`select count(*)::int as rows from ${sql.identifier(table)} where community_id = ${community.id}`,
    );
    counted[table] = row?.rows ?? 0;
  }
  return counted;
}

/** A closed vote of as many people, each for the projects that `choose` names by the place of the voter. */
export async function plantClosedVote(
  community: Community,
  {
    people,
    choose,
    rules = {},
  }: { people: number; choose: (place: number, vote: PlantedVote) => string[]; rules?: Partial<RoundRules> },
): Promise<PlantedVote & { voters: string[] }> {
  const districtId = await plantDistrict(community);
  const vote = await plantVote(community, districtId, rules);
  const voters: string[] = [];
  for (let place = 0; place < people; place += 1) {
    const person = await plantResident(community, districtId);
    const ballot = {
      roundId: vote.roundId,
      choices: choose(place, vote),
      castKey: hiddenId(),
      baseVersion: 0,
    };
    const cast = await castBallot(community, person, ballot);
    if (!cast.done) throw new Error(`The ballot was refused: ${cast.reason}`);
    voters.push(person.id);
  }
  await moveVotingEnd(community, vote.roundId, -1);
  const closed = await closeVoting(community, vote.roundId);
  if (!closed.done) throw new Error(`The vote stays open: ${closed.reason}`);
  return { ...vote, voters };
}

/** Sets the day of the result, so many hours from now. */
export async function plantResultDay(community: Community, roundId: string, hours: number): Promise<void> {
  const instant = (later: number) => sql`clock_timestamp() + make_interval(hours => ${hours + later})`;
  const row = {
    communityId: community.id,
    roundId,
    kind: "result" as const,
    opensAt: instant(0),
    closesAt: instant(24),
  };
  await database()
    .insert(roundStage)
    .values(row)
    .onConflictDoUpdate({
      target: [roundStage.communityId, roundStage.roundId, roundStage.kind],
      set: { opensAt: row.opensAt, closesAt: row.closesAt },
    });
}
