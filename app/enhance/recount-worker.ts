import { tieList } from "~/domain/results/counted-ballots";
import { officialRule } from "~/domain/results/official-rule";
import type { RecountedProject, RecountNews, RecountOrder } from "~/domain/results/recount";
import { countElection } from "~/domain/tally/count";
import type { CountResult } from "~/domain/tally/count-result";
import { type PabulibElection, PabulibReader } from "~/domain/tally/pabulib-reader";

type Count = Extract<RecountOrder, { kind: "count" }>;
type Told = Omit<Extract<RecountNews, { kind: "reading" }>, "kind">;

/** Read progress is told this often at most. */
const TELL_EVERY_MS = 100;

let kept: PabulibElection | null = null;

self.onmessage = ({ data }: MessageEvent<RecountOrder>) => {
  obey(data).catch(() => tell({ kind: "failed", reason: "crashed" }));
};

function tell(news: RecountNews): void {
  self.postMessage(news);
}

async function obey(order: RecountOrder): Promise<void> {
  if (order.kind === "count") return count(order);
  kept = null;
  if (order.kind === "read") return await readFile(order.file);
  const answer = await fetch(order.address).catch(() => null);
  if (!answer?.ok || !answer.body) return tell({ kind: "failed", reason: "notLoaded" });
  await read(answer.body, order.bytes);
}

async function readFile(file: Blob): Promise<void> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  await read(file.stream(), file.size, first === 0x1f && second === 0x8b);
}

/** Reads in pieces; memory holds the distinct ballots, never the file. */
async function read(bytes: ReadableStream<Uint8Array<ArrayBuffer>>, total: number, isPacked = false): Promise<void> {
  const told = { bytes: 0, total };
  const counted = bytes.pipeThrough(countingBytes(told));
  const stream = (isPacked ? counted.pipeThrough(new DecompressionStream("gzip")) : counted).getReader();
  const reader = new PabulibReader();
  try {
    while (!reader.failed) {
      const { done, value } = await stream.read();
      if (done) break;
      reader.pushBytes(value);
    }
  } catch {
    return tell({ kind: "failed", reason: isPacked ? "brokenArchive" : "notLoaded" });
  }
  const finished = reader.finish();
  if (!finished.ok) return tell({ kind: "unreadable", problem: finished.problem });
  if (finished.value.election.projects.length === 0) return tell({ kind: "failed", reason: "noProjects" });
  kept = finished.value;
  tellRead(kept);
}

function countingBytes(told: Told): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
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
  tell({
    kind: "read",
    voteType,
    projects: projects.length,
    ballots: voters,
    rule: officialRule(meta, voteType),
    namedRule: meta.get("rule") ?? "",
    announced: officialWinners,
    currency: meta.get("currency")?.trim() ?? "",
    oddities: warnings.reduce((sum, { times }) => sum + times, 0),
  });
}

function count({ rule, ties }: Count): void {
  if (!kept) return tell({ kind: "failed", reason: "crashed" });
  const { election } = kept;
  const tieOrder = tieList(election, ties);
  const counted = countElection(election, rule, tieOrder ? { tieOrder } : {});
  if (!counted.ok) return tell({ kind: "failed", reason: "crashed" });
  const { budget, cost, left, voters, votersWithWinner, steps } = counted.value;
  tell({
    kind: "counted",
    rule: counted.value.rule,
    projects: inOrder(kept, counted.value),
    budget,
    cost,
    left,
    voters,
    votersWithWinner,
    ties: counted.value.ties,
    steps: steps ?? null,
  });
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
