import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { plantPetition } from "../factories/petitions";
import { plantCommunity } from "../factories/server";
import { plantAskedSigners, plantSignedInSigners } from "../factories/signers";
import { plantDistrict } from "../factories/voting";
import { freePort, SERVER_SECRET, type ServerProcess, startServerProcess } from "../harness/server-process";
import { historyProblems, publishedSignatures, untilPublished } from "../harness/signing-history";
import type { Attempt, PreparedSignature } from "../harness/signing-load";
import { type BenchDatabase, onBenchDatabase } from "./bench-database";
import { benchGrowth } from "./petition-growth";
import { benchPetitionPages } from "./petition-pages";
import { type Answers, readAnswers, type Sample } from "./signing-answers";

export type PetitionOptions = {
  minutes: number;
  /** Acts of signing a second. */
  rate: number;
  /** Looks for the highest rate that is held. */
  find: boolean;
  /** Signatures of the largest petition of the growth curve; 0 leaves it out. */
  size: number;
};

type Place = { community: Community; districtId: string; server: ServerProcess };

const FIND_SECONDS = 20;
const FIND_FROM = 200;
/** Each step of the search is so much above the last one held. */
const FIND_FACTOR = 1.5;
const P99_LIMIT = 500;
const POLL_MS = 100;

/** Signing under load with a check of the history, pages of a petition, and how all of it grows with signatures. */
export async function benchPetitions(options: PetitionOptions): Promise<void> {
  await onBenchDatabase(async (base) => {
    console.log(`### ${base.name}`);
    const community = await plantCommunity("bench");
    const districtId = await plantDistrict(community);
    const server = startServerProcess(await freePort(), base.settings);
    try {
      await server.ready();
      const place = { community, districtId, server };
      await run(place, 50, 10, false);
      await run(place, options.rate, options.minutes * 60);
      if (options.find) await findHighest(place);
      await benchPetitionPages(community, server.origin);
    } finally {
      await server.end("SIGTERM");
    }
    if (options.size > 0) await growth(base, community, districtId, options.size);
  });
}

async function growth(base: BenchDatabase, community: Community, districtId: string, size: number) {
  const start = async () => startServerProcess(await freePort(), base.settings);
  await benchGrowth(
    { community, districtId, start },
    [5, 50_000, 500_000, 5_000_000].filter((each) => each <= size),
  );
}

/** Raises the rate until it is not held, then halves the last step three times. */
async function findHighest(place: Place): Promise<void> {
  let [held, lost] = [0, Number.POSITIVE_INFINITY];
  let best: Answers | null = null;
  for (let rate = FIND_FROM, halvings = 0; halvings < 4; ) {
    const answers = await run(place, Math.round(rate), FIND_SECONDS);
    if (isHeld(answers)) [held, best] = [rate, answers];
    else lost = rate;
    if (lost < Number.POSITIVE_INFINITY) halvings += 1;
    rate = lost < Number.POSITIVE_INFINITY ? (held + lost) / 2 : rate * FIND_FACTOR;
  }
  console.log(`highest rate held: ${held.toFixed(0)}/s (p99 ${best?.p99.toFixed(0) ?? "-"} ms)`);
}

function isHeld({ asked, held, refused, unknown, p99 }: Answers): boolean {
  return refused + unknown === 0 && p99 <= P99_LIMIT && held >= asked * 0.97;
}

/** So many people a second sign a fresh petition, half with an account, half by the link of a letter. */
async function run(
  { community, districtId, server }: Place,
  rate: number,
  seconds: number,
  isTold = true,
): Promise<Answers> {
  const petition = await plantPetition(community);
  const given = { community, petition, districtId, secret: SERVER_SECRET };
  const half = Math.ceil((rate * seconds) / 2);
  const signedIn = await plantSignedInSigners(given, half);
  const asked = await plantAskedSigners(given, half);
  await database().execute(sql`analyze`);
  const prepared = signedIn.flatMap((one, place) => [one, asked[place]].filter((each) => each !== undefined));
  const crowd = generate(server.origin, prepared, rate);
  const samples = await sampleWhile(crowd, () => publishedSignatures(community, petition.id));
  const attempts = await crowd;
  await untilPublished(community, petition.id, 10_000);
  const answers = readAnswers(attempts, samples, rate);
  const problems = await historyProblems(community, petition.id, attempts);
  if (isTold) tell(answers, problems);
  if (problems.length > 0) process.exitCode = 1;
  return answers;
}

function tell(found: Answers, problems: readonly string[]): void {
  const { asked, held, ok, refused, unknown, p50, p99, slowest, lag, lagMost } = found;
  console.log(
    [
      `${asked}/s asked, ${held.toFixed(1)}/s held: ${ok} accepted, ${refused} refused, ${unknown} unknown`,
      `answer p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`,
      `published after ${lag.toFixed(0)} ms (median), ${lagMost.toFixed(0)} ms at most`,
      `history ${problems.length === 0 ? "clean" : problems.join(", ")}`,
    ].join("; "),
  );
}

/** The crowd is a process of its own, so that it does not wait for this one. */
async function generate(
  origin: string,
  prepared: readonly PreparedSignature[],
  perSecond: number,
): Promise<Attempt[]> {
  const script = fileURLToPath(new URL("./signing-generator.ts", import.meta.url));
  const child = fork(script, { execArgv: ["--import", "tsx"], serialization: "advanced" });
  await once(child, "message");
  child.send({ origin, prepared, perSecond });
  const [attempts] = (await once(child, "message")) as [Attempt[]];
  return attempts;
}

async function sampleWhile(work: Promise<unknown>, read: () => Promise<number>): Promise<Sample[]> {
  const samples: Sample[] = [];
  const ended = new AbortController();
  void work.then(
    () => ended.abort(),
    () => ended.abort(),
  );
  while (!ended.signal.aborted) {
    const published = await read();
    samples.push({ at: Date.now(), published });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return samples;
}
