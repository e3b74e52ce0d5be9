import { tieList } from "~/domain/results/counted-ballots";
import { officialRule } from "~/domain/results/official-rule";
import type { RecountedProject, RecountNews, RecountOrder } from "~/domain/results/recount";
import { statedTies, tieOrderOf } from "~/domain/results/ties";
import { countElection } from "~/domain/tally/count";
import type { CountResult } from "~/domain/tally/count-result";
import { type PabulibElection, PabulibReader } from "~/domain/tally/pabulib-reader";

type Piece = Uint8Array<ArrayBuffer>;
type Count = Extract<RecountOrder, { kind: "count" }>;
type Told = Omit<Extract<RecountNews, { kind: "reading" }>, "kind">;

/** Progress is told this often at most. */
const TELL_EVERY_MS = 100;

let kept: PabulibElection | null = null;

self.onmessage = ({ data }: MessageEvent<RecountOrder>) => {
  obey(data).catch(() => tell({ kind: "failed", reason: "crashed" }));
};

function tell(news: RecountNews): void {
  self.postMessage(news);
}

async function obey(order: RecountOrder): Promise<void> {
  if (order.kind === "count") count(order);
  else if (order.kind === "read") await readFile(order.file);
  else await readPublished(order.address, order.bytes);
}

async function readPublished(address: string, size: number): Promise<void> {
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok && answer.body) await read(answer.body, size);
  else tell({ kind: "failed", reason: "notLoaded" });
}

async function readFile(file: Blob): Promise<void> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  await read(file.stream(), file.size, first === 0x1f && second === 0x8b);
}

/** Reads in pieces; memory holds the distinct ballots, never the file. */
async function read(bytes: ReadableStream<Piece>, total: number, isPacked = false): Promise<void> {
  kept = null;
  const told = { bytes: 0, total };
  const counted = bytes.pipeThrough(countingBytes(told));
  const reader = new PabulibReader();
  try {
    await feed(reader, isPacked ? counted.pipeThrough(new DecompressionStream("gzip")) : counted);
  } catch {
    tell({ kind: "failed", reason: isPacked ? "brokenArchive" : "notLoaded" });
    return;
  }
  const finished = reader.finish();
  if (!finished.ok) tell({ kind: "unreadable", problem: finished.problem });
  else if (finished.value.election.projects.length === 0) tell({ kind: "failed", reason: "noProjects" });
  else {
    kept = finished.value;
    tellRead(kept);
  }
}

async function feed(reader: PabulibReader, stream: ReadableStream<Uint8Array>): Promise<void> {
  const pieces = stream.getReader();
  while (!reader.failed) {
    const { done, value } = await pieces.read();
    if (done) return;
    reader.pushBytes(value);
  }
  await pieces.cancel();
}

function countingBytes(told: Told): TransformStream<Piece, Piece> {
  let next = 0;
  return new TransformStream({
    transform(piece, controller) {
      told.bytes += piece.length;
      controller.enqueue(piece);
      if (performance.now() < next) return;
      next = performance.now() + TELL_EVERY_MS;
      tell({ kind: "reading", ...told });
    },
  });
}

function tellRead({ election, meta, officialWinners, warnings }: PabulibElection): void {
  const { voteType, projects, voters } = election;
  const ties = statedTies(meta);
  if (!ties) {
    kept = null;
    tell({ kind: "failed", reason: "brokenDraw" });
    return;
  }
  tell({
    kind: "read",
    voteType,
    projects: projects.length,
    ballots: voters,
    rule: officialRule(meta, voteType),
    ties: tieOrderOf(ties),
    namedRule: meta.get("rule") ?? "",
    announced: officialWinners,
    currency: meta.get("currency")?.trim() ?? "",
    language: meta.get("language")?.trim() ?? "",
    oddities: warnings.reduce((sum, { times }) => sum + times, 0),
  });
}

function count({ rule, ties }: Count): void {
  const order = ties === "draw" && kept ? statedTies(kept.meta) : ties;
  const tieOrder = kept && order && order !== "draw" ? tieList(kept.election, order) : undefined;
  const options = { ...(tieOrder ? { tieOrder } : {}), onRun: tellingRuns() };
  const counted = kept && countElection(kept.election, rule, options);
  if (kept && counted?.ok) tellCounted(kept, counted.value);
  else if (counted && !counted.ok && counted.problem.code === "too-many-runs")
    tell({ kind: "failed", reason: "tooManyRuns" });
  else tell({ kind: "failed", reason: "crashed" });
}

function tellingRuns(): (runs: number) => void {
  let next = performance.now() + TELL_EVERY_MS;
  return (runs) => {
    if (performance.now() < next) return;
    next = performance.now() + TELL_EVERY_MS;
    tell({ kind: "counting", runs });
  };
}

function tellCounted(file: PabulibElection, result: CountResult): void {
  const { rule, budget, cost, left, voters, votersWithWinner, ties, steps = null } = result;
  const projects = inOrder(file, result);
  tell({ kind: "counted", rule, projects, budget, cost, left, voters, votersWithWinner, ties, steps });
}

/** Winners as they were selected, then the others by votes. */
function inOrder({ election }: PabulibElection, { projects, selected }: CountResult): RecountedProject[] {
  const places = new Map(selected.map((id, index) => [id, index + 1]));
  const last = projects.length + 1;
  return projects
    .map(({ id, cost, votes }, index) => ({
      id,
      name: election.projects[index]?.name ?? "",
      cost,
      votes,
      selected: places.get(id) ?? null,
    }))
    .sort((one, two) => (one.selected ?? last) - (two.selected ?? last) || two.votes - one.votes);
}
