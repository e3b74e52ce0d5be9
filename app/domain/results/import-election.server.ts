import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community, LocalText } from "~/domain/communities/community";
import type { ElectionSource } from "~/domain/prioritisation/round";
import { type Transaction, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { envelope, round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import type { ElectionPlan } from "./election-plan";
import type { ImportRefusal } from "./import-refusal";
import { type ReadElection, readElectionFile } from "./read-election-file.server";
import { storeTally } from "./store-tally.server";

export type ElectionImport = {
  /** Plain or gzipped Pabulib file. */
  file: { name: string; bytes: Uint8Array };
  slug?: string | undefined;
  /** Rule id or short name of the tally; by default the one the file names. */
  rule?: string | undefined;
  title?: LocalText | undefined;
  summary?: LocalText | undefined;
  /** Whom to credit; by default Pabulib's article and what the file itself asks for. */
  citation?: string | undefined;
};

export type ImportedElection = {
  slug: string;
  rule: string;
  funded: number;
  projects: number;
  ballots: number;
};

/**
 * Turns a Pabulib file into a closed round with its projects, its ballots and its published result: all of it
 * in one transaction, or nothing. The same file is taken once.
 */
export async function importElection(
  community: Community,
  given: ElectionImport,
): Promise<Outcome<ImportedElection, ImportRefusal>> {
  const { file, slug, rule } = given;
  if (slug !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return refused("slug_malformed", { slug });
  const read = readElectionFile(file.bytes, { rule, ownCurrency: community.currency });
  if (!read.done) return read;
  const content = new TextEncoder().encode(read.value.text);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return await transaction(async (tx) => {
    const placed = await insertRound(tx, community, placingOf(community, given, read.value, sha256));
    if (!placed.done) return placed;
    const { roundId } = placed.value;
    await storeElection(tx, community, roundId, read.value, { content, sha256 });
    await queueJob(tx, community.id, { kind: "compare-rules", subject: roundId });
    await queueJob(tx, community.id, { kind: "missing-votes", subject: roundId });
    const { rule: used, selected, voters } = read.value.counted.count;
    const projects = read.value.plan.projects.length;
    return done({ slug: placed.value.slug, rule: used, funded: selected.length, projects, ballots: voters });
  });
}

function placingOf(
  community: Community,
  { file, slug, title, summary, citation }: ElectionImport,
  { plan, meta }: ReadElection,
  sha256: string,
): Placing {
  const source: ElectionSource = {
    file: file.name,
    citation: citation ?? citationOf(meta),
    sha256,
    officialRule: meta.get("rule") ?? "",
    currency: plan.currency,
  };
  return {
    plan,
    source,
    slug,
    title: title ?? sameInAll(community, plan.title),
    summary: summary ?? (plan.description ? { en: plan.description } : {}),
  };
}

/** One envelope for the whole community, its projects and its count. */
async function storeElection(
  tx: Transaction,
  community: Community,
  roundId: string,
  { plan, counted, official, draw }: ReadElection,
  { content, sha256 }: { content: Uint8Array; sha256: string },
): Promise<void> {
  const place = { roundId, envelopeId: newId() };
  const row = { communityId: community.id, id: place.envelopeId, roundId, amount: plan.budget };
  await tx.insert(envelope).values(row);
  const projectIds = await insertProjects(tx, community, place, plan);
  const facts = { official, access: "public", trial: false, unopened: 0, draw } as const;
  await storeTally(tx, community, { ...place, counted, file: content, sha256, projectIds, facts });
  const { rule, voters } = counted.count;
  const details = { sha256, rule, projects: plan.projects.length, ballots: voters };
  await recordAct(tx, community, {
    act: "round.import",
    actorId: null,
    subjectKind: "round",
    subjectId: roundId,
    details,
  });
}

type Placing = {
  plan: ElectionPlan;
  source: ElectionSource;
  slug: string | undefined;
  title: LocalText;
  summary: LocalText;
};

/** A derived slug that another round has gets a number; a slug that was asked for is refused. */
async function insertRound(
  tx: Transaction,
  community: Community,
  placing: Placing,
): Promise<Outcome<{ roundId: string; slug: string }, "already_imported" | "slug_taken">> {
  const { plan, source, slug } = placing;
  const attempts = slug ? [slug] : Array.from({ length: 99 }, (_, tried) => numbered(plan.slug, tried + 1));
  for (const wanted of attempts) {
    const roundId = await placeRound(tx, community, placing, wanted);
    if (roundId) return done({ roundId, slug: wanted });
    const sameFile = sql`${round.source} ->> 'sha256' = ${source.sha256}`;
    const [before] = await tx
      .select({ slug: round.slug })
      .from(round)
      .where(and(eq(round.communityId, community.id), sameFile));
    if (before) return refused("already_imported", before);
  }
  return refused("slug_taken", { slug: slug ?? plan.slug });
}

function numbered(slug: string, attempt: number): string {
  return attempt === 1 ? slug : `${slug}-${attempt}`;
}

/** The id of the new round; null when its slug or its file is there already, even in a transaction under way. */
async function placeRound(
  tx: Transaction,
  community: Community,
  { plan: { days, rules }, source, title, summary }: Placing,
  slug: string,
): Promise<string | null> {
  const scope = { communityId: community.id, roundId: newId() };
  const opensAt = days ? midnight(days.from, 0, community.zone) : sql`clock_timestamp()`;
  const closesAt = days ? midnight(days.to, 1, community.zone) : sql`clock_timestamp()`;
  const facts = {
    publishedAt: opensAt,
    lockedAt: opensAt,
    closedAt: closesAt,
    resultPublishedAt: sql`clock_timestamp()`,
  };
  const row = { communityId: community.id, id: scope.roundId, slug, title, summary, rules, source, ...facts };
  const placed = await tx.insert(round).values(row).onConflictDoNothing().returning({ id: round.id });
  if (placed.length === 0) return null;
  if (days) await tx.insert(roundStage).values({ ...scope, kind: "voting", opensAt, closesAt });
  return scope.roundId;
}

/** The start of a day, or of the next one, in the community's zone, as the database reckons it. */
function midnight(day: string, later: 0 | 1, zone: string) {
  return sql`(${day}::date + ${later}::int)::timestamp at time zone ${zone}`;
}

async function insertProjects(
  tx: Transaction,
  community: Community,
  place: { roundId: string; envelopeId: string },
  { projects }: ElectionPlan,
): Promise<Map<string, string>> {
  const rows = projects.map((each) => ({
    ...each,
    ...place,
    communityId: community.id,
    id: newId(),
    summary: "",
  }));
  for (let from = 0; from < rows.length; from += 500)
    await tx.insert(project).values(rows.slice(from, from + 500));
  return new Map(rows.map(({ code, id }) => [code, id]));
}

function sameInAll(community: Community, text: string): LocalText {
  return Object.fromEntries(community.languages.map((language) => [language, text]));
}

const PABULIB =
  "Pabulib (pabulib.org): P. Faliszewski, J. Flis, D. Peters, G. Pierczyński, P. Skowron, D. Stolicki, S. Szufa, N. Talmon: Participatory Budgeting: Data, Tools, and Analysis, IJCAI 2023";

function citationOf(meta: ReadonlyMap<string, string>): string {
  return [PABULIB, meta.get("acknowledgments")?.trim()].filter(Boolean).join(". ");
}
