import type { Community } from "~/domain/communities/community";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { hiddenId } from "~/shared/id";
import { plantCommunity } from "../factories/server";
import { type PlantedVote, plantDistrict, plantResident, plantVote } from "../factories/voting";
import { onBenchDatabase } from "./bench-database";

const VOTERS = 3_000;
/** Votes on their way at any moment. */
const AT_ONCE = 32;

/**
 * Ballots checked, sealed and stored per second: on the embedded database, and on a server when `BENCH_DATABASE_URL`
 * names the administrative database of one.
 */
export async function benchBallots(): Promise<void> {
  await onBenchDatabase(({ name }) => report(name));
}

async function report(what: string): Promise<void> {
  const { perSecond, median, slowest } = await measureBallots();
  const times = `median ${median.toFixed(0)} ms, slowest of 100 ${slowest.toFixed(0)} ms`;
  console.log(`${what}: ${perSecond.toFixed(0)} ballots/s with ${AT_ONCE} at once (${times})`);
}

type BallotRate = {
  perSecond: number;
  /** Milliseconds from the check of a choice to its acknowledged receipt: median and 99th percentile. */
  median: number;
  slowest: number;
};

/** Casts the votes of 3,000 residents. */
async function measureBallots(): Promise<BallotRate> {
  const community = await plantCommunity("bench");
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
