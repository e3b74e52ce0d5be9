import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Community } from "~/domain/communities/community";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { connect } from "~/platform/connection.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { startEmbedded } from "~/platform/embedded/start.server";
import { migrate } from "~/platform/migrate.server";
import { hiddenId } from "~/shared/id";
import { plantCommunity } from "../factories/server";
import { type PlantedVote, plantDistrict, plantResident, plantVote } from "../factories/voting";

const VOTERS = 3_000;
/** Votes on their way at any moment. */
const AT_ONCE = 32;

/**
 * Ballots checked, sealed and stored per second: on the embedded database, and on a server when `BENCH_DATABASE_URL`
 * names the administrative database of one.
 */
export async function benchBallots(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "openward-bench-"));
  const embedded = await startEmbedded(folder);
  try {
    await migrate(embedded.url);
    await report("embedded database", embedded.url);
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const server = process.env["BENCH_DATABASE_URL"];
  if (server) await onServer(server);
  else console.log("database server: not measured, BENCH_DATABASE_URL is not set");
}

async function onServer(url: string): Promise<void> {
  const name = `openward_bench_${process.pid}`;
  const admin = connect(url, { statementTimeout: 0 });
  const address = new URL(url);
  address.pathname = `/${name}`;
  try {
    await admin.unsafe(`create database ${name}`);
    await migrate(address.href);
    await report("database server", address.href);
  } finally {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

async function report(what: string, url: string): Promise<void> {
  const { perSecond, median, slowest } = await measureBallots(url);
  const times = `median ${median.toFixed(0)} ms, slowest of 100 ${slowest.toFixed(0)} ms`;
  console.log(`${what}: ${perSecond.toFixed(0)} ballots/s with ${AT_ONCE} at once (${times})`);
}

type BallotRate = {
  perSecond: number;
  /** Milliseconds from the check of a choice to its acknowledged receipt: median and 99th percentile. */
  median: number;
  slowest: number;
};

/** Casts the votes of 3,000 residents into a migrated database, to which it adds a community of its own. */
async function measureBallots(url: string): Promise<BallotRate> {
  openDatabase(url, { applicationName: "openward bench", max: 16 });
  try {
    const community = await plantCommunity(`bench-${process.pid}`);
    const district = await plantDistrict(community);
    const vote = await plantVote(community, district);
    const casts = await prepareVotes(community, district, vote);
    for (const cast of casts.splice(0, 200)) await cast();
    const times: number[] = [];
    const begun = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, () => drain(casts, times)));
    const seconds = (performance.now() - begun) / 1000;
    times.sort((one, two) => one - two);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    return { perSecond: times.length / seconds, median: at(0.5), slowest: at(0.99) };
  } finally {
    await closeDatabase();
  }
}

async function prepareVotes(
  community: Community,
  district: string,
  vote: PlantedVote,
): Promise<(() => Promise<void>)[]> {
  const casts: (() => Promise<void>)[] = [];
  while (casts.length < VOTERS) {
    const people = await Promise.all(Array.from({ length: 50 }, () => plantResident(community, district)));
    for (const person of people) {
      const choices = [...vote.city.projects.slice(0, 2), ...vote.own.projects.slice(0, 1)];
      casts.push(async () => {
        const cast = { roundId: vote.roundId, choices, castKey: hiddenId(), baseVersion: 0 };
        const outcome = await castBallot(community, person, cast);
        if (!outcome.done) throw new Error(outcome.reason);
      });
    }
  }
  return casts;
}

async function drain(casts: (() => Promise<void>)[], times: number[]): Promise<void> {
  for (let cast = casts.pop(); cast; cast = casts.pop()) {
    const begun = performance.now();
    await cast();
    times.push(performance.now() - begun);
  }
}
