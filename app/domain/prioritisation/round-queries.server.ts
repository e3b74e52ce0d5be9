import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { initiative } from "~db/schema/initiatives";
import { criterion, envelope, round, roundAmendment, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import type { AmendedField } from "./amendment";
import { STAGE_KINDS } from "./round";
import type { RoundRecord } from "./round-record";

const head = {
  id: round.id,
  slug: round.slug,
  title: round.title,
  summary: round.summary,
  rules: round.rules,
  rulesVersion: round.rulesVersion,
  source: round.source,
  publishedAt: round.publishedAt,
  lockedAt: round.lockedAt,
  closedAt: round.closedAt,
  resultPublishedAt: round.resultPublishedAt,
};

/** A published round by its slug, with its stages, envelopes and criteria; null when there is none. */
export async function findRound(community: Community, slug: string): Promise<RoundRecord | null> {
  const [found] = await readRounds(
    database(),
    community,
    and(eq(round.slug, slug), isNotNull(round.publishedAt)),
  );
  return found ?? null;
}

/** The same for administrators, who see drafts too. */
export async function findAnyRound(community: Community, slug: string): Promise<RoundRecord | null> {
  const [found] = await readRounds(database(), community, eq(round.slug, slug));
  return found ?? null;
}

/** Published rounds, the newest first. A community holds a handful of them; more than 100 are cut off. */
export async function listRounds(community: Community): Promise<RoundRecord[]> {
  return await readRounds(database(), community, isNotNull(round.publishedAt));
}

/** Every round with drafts, the newest first. */
export async function listAllRounds(community: Community): Promise<RoundRecord[]> {
  return await readRounds(database(), community, undefined);
}

/** Rounds with everything that belongs to them; `where` is added to the community. */
export async function readRounds(
  from: Queryable,
  community: Community,
  where: SQL | undefined,
): Promise<RoundRecord[]> {
  const own = and(eq(round.communityId, community.id), where);
  const rows = await from
    .select(head)
    .from(round)
    .where(own)
    .orderBy(desc(round.createdAt), desc(round.id))
    .limit(100);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [stages, envelopes, criteria] = [
    await readStages(from, community, ids),
    await readEnvelopes(from, community, ids),
    await readCriteria(from, community, ids),
  ];
  return rows.map((row) => ({
    ...row,
    stages: partOf(stages, row.id),
    envelopes: partOf(envelopes, row.id),
    criteria: partOf(criteria, row.id),
  }));
}

function partOf<Row extends { roundId: string }>(rows: Row[], id: string): Omit<Row, "roundId">[] {
  return rows.filter((row) => row.roundId === id).map(({ roundId: _, ...rest }) => rest);
}

async function readStages(from: Queryable, community: Community, roundIds: string[]) {
  const stages = await from
    .select({
      roundId: roundStage.roundId,
      kind: roundStage.kind,
      opensAt: roundStage.opensAt,
      closesAt: roundStage.closesAt,
    })
    .from(roundStage)
    .where(and(eq(roundStage.communityId, community.id), inArray(roundStage.roundId, roundIds)));
  return stages.sort((one, two) => STAGE_KINDS.indexOf(one.kind) - STAGE_KINDS.indexOf(two.kind));
}

async function readEnvelopes(from: Queryable, community: Community, roundIds: string[]) {
  return await from
    .select({
      roundId: envelope.roundId,
      id: envelope.id,
      districtId: envelope.districtId,
      amount: envelope.amount,
    })
    .from(envelope)
    .where(and(eq(envelope.communityId, community.id), inArray(envelope.roundId, roundIds)))
    .orderBy(sql`${envelope.districtId} nulls first`);
}

async function readCriteria(from: Queryable, community: Community, roundIds: string[]) {
  return await from
    .select({
      roundId: criterion.roundId,
      id: criterion.id,
      number: criterion.number,
      question: criterion.question,
      rule: criterion.rule,
    })
    .from(criterion)
    .where(and(eq(criterion.communityId, community.id), inArray(criterion.roundId, roundIds)))
    .orderBy(asc(criterion.number));
}

export type RoundProject = {
  id: string;
  code: string;
  envelopeId: string;
  title: string;
  language: string;
  cost: number;
  area: string;
  initiativeNumber: number | null;
};

/** The projects on the ballot, in the order of their codes. Never with votes: those belong to the result. */
export async function listProjects(community: Community, roundId: string): Promise<RoundProject[]> {
  const rows = await database()
    .select({
      id: project.id,
      code: project.code,
      envelopeId: project.envelopeId,
      title: project.title,
      language: project.language,
      cost: project.cost,
      area: project.area,
      initiativeNumber: initiative.number,
    })
    .from(project)
    .leftJoin(
      initiative,
      and(eq(initiative.communityId, project.communityId), eq(initiative.id, project.initiativeId)),
    )
    .where(and(eq(project.communityId, community.id), eq(project.roundId, roundId)));
  return rows.sort((one, two) => byCode.compare(one.code, two.code));
}

const byCode = new Intl.Collator("en", { numeric: true });

export type Amendment = { number: number; reason: string; changes: AmendedField[]; madeAt: Date };

/** Published changes of locked rules, the newest first. */
export async function listAmendments(community: Community, roundId: string): Promise<Amendment[]> {
  return await database()
    .select({
      number: roundAmendment.number,
      reason: roundAmendment.reason,
      changes: roundAmendment.changes,
      madeAt: roundAmendment.createdAt,
    })
    .from(roundAmendment)
    .where(and(eq(roundAmendment.communityId, community.id), eq(roundAmendment.roundId, roundId)))
    .orderBy(desc(roundAmendment.number));
}
