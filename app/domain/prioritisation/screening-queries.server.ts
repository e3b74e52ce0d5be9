import { and, asc, count, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import type { RefusalReason } from "~/domain/initiatives/initiative";
import { database } from "~/platform/database.server";
import { type Page, type Paged, paged } from "~/shared/paging";
import { initiative, initiativeEvent, initiativeVersion } from "~db/schema/initiatives";
import { criterion, round, roundStage } from "~db/schema/prioritisation";
import { estimate, screening, screeningLine } from "~db/schema/prioritisation-projects";
import type { CriterionVerdict, QueueView, ScreeningOutcome } from "./screening";

const STATE_OF = {
  waiting: "submitted",
  returned: "returned",
  admitted: "admitted",
  refused: "refused",
} as const;

export type QueueFilter = { view: QueueView; districtId: string | null; overdueOnly: boolean };

export type QueuedInitiative = {
  number: number;
  title: string;
  language: string;
  districtId: string | null;
  roundTitle: LocalText;
  /** When it came to where it is now. */
  since: Date;
  /** End of screening; a returned one is due from its author by `dueAt`. */
  screeningEnds: Date | null;
  dueAt: Date | null;
};

/** The moderator's queue over rounds whose vote has not opened: what has waited longest comes first. */
export async function listScreeningQueue(
  community: Community,
  filter: QueueFilter,
  page: Page,
): Promise<Paged<QueuedInitiative>> {
  const where = queueCondition(community, filter);
  const rows = await database()
    .select({
      number: initiative.number,
      title: initiative.title,
      language: initiativeVersion.language,
      districtId: initiative.districtId,
      roundTitle: round.title,
      since: newestStep<Date>("created_at").mapWith(initiative.submittedAt).as("since"),
      screeningEnds: roundStage.closesAt,
      dueAt: newestStep<Date | null>("due_at").mapWith(initiativeEvent.dueAt),
    })
    .from(initiative)
    .innerJoin(round, ownRound)
    .innerJoin(initiativeVersion, shownVersion)
    .leftJoin(roundStage, screeningStage)
    .where(where)
    .orderBy(sql`since`, asc(initiative.number))
    .limit(page.size)
    .offset(page.offset);
  const [all] = await database()
    .select({ total: count() })
    .from(initiative)
    .innerJoin(round, ownRound)
    .leftJoin(roundStage, screeningStage)
    .where(where);
  return paged(rows, all?.total ?? 0, page);
}

const ownRound = and(eq(round.communityId, initiative.communityId), eq(round.id, initiative.roundId));
const shownVersion = and(
  eq(initiativeVersion.communityId, initiative.communityId),
  eq(initiativeVersion.initiativeId, initiative.id),
  eq(initiativeVersion.version, initiative.version),
);
const screeningStage = and(
  eq(roundStage.communityId, initiative.communityId),
  eq(roundStage.roundId, initiative.roundId),
  eq(roundStage.kind, "screening"),
);

/** A column of the newest step of an initiative; ids grow with time. */
function newestStep<Value>(column: "created_at" | "due_at") {
  return sql<Value>`(select e.${sql.identifier(column)} from ${initiativeEvent} e
    where e.community_id = ${initiative.communityId} and e.initiative_id = ${initiative.id} order by e.id desc limit 1)`;
}

function queueCondition(community: Community, { view, districtId, overdueOnly }: QueueFilter) {
  return and(
    eq(initiative.communityId, community.id),
    eq(initiative.state, STATE_OF[view]),
    isNotNull(round.publishedAt),
    isNull(round.lockedAt),
    districtId ? eq(initiative.districtId, districtId) : undefined,
    overdueOnly ? lt(roundStage.closesAt, sql`clock_timestamp()`) : undefined,
  );
}

/** How many wait in each view of the queue. */
export async function countScreeningQueue(community: Community): Promise<Record<QueueView, number>> {
  const rows = await database()
    .select({ state: initiative.state, total: count() })
    .from(initiative)
    .innerJoin(round, ownRound)
    .where(
      and(eq(initiative.communityId, community.id), isNotNull(round.publishedAt), isNull(round.lockedAt)),
    )
    .groupBy(initiative.state);
  const of = (view: QueueView) => rows.find(({ state }) => state === STATE_OF[view])?.total ?? 0;
  return {
    waiting: of("waiting"),
    returned: of("returned"),
    admitted: of("admitted"),
    refused: of("refused"),
  };
}

export type FilledCard = {
  outcome: ScreeningOutcome;
  reason: RefusalReason | null;
  note: string;
  decidedAt: Date;
  initiativeVersion: number;
  lines: { number: number; question: LocalText; rule: LocalText; verdict: CriterionVerdict; note: string }[];
  /** The newest estimate: minor units, its basis and date. */
  estimate: { amount: number; basis: string; madeAt: Date; version: number } | null;
};

/** The newest criterion card of an initiative with its estimate, without the name of who filled it in. */
export async function findScreening(community: Community, initiativeId: string): Promise<FilledCard | null> {
  const [card] = await database()
    .select({
      id: screening.id,
      outcome: screening.outcome,
      reason: screening.reason,
      note: screening.note,
      decidedAt: screening.createdAt,
      initiativeVersion: screening.initiativeVersion,
    })
    .from(screening)
    .where(and(eq(screening.communityId, community.id), eq(screening.initiativeId, initiativeId)))
    .orderBy(desc(screening.id))
    .limit(1);
  if (!card) return null;
  const { id, ...rest } = card;
  const lines = await database()
    .select({
      number: criterion.number,
      question: criterion.question,
      rule: criterion.rule,
      verdict: screeningLine.verdict,
      note: screeningLine.note,
    })
    .from(screeningLine)
    .innerJoin(
      criterion,
      and(eq(criterion.communityId, screeningLine.communityId), eq(criterion.id, screeningLine.criterionId)),
    )
    .where(and(eq(screeningLine.communityId, community.id), eq(screeningLine.screeningId, id)))
    .orderBy(asc(criterion.number));
  const [newest] = await database()
    .select({
      amount: estimate.amount,
      basis: estimate.basis,
      madeAt: estimate.createdAt,
      version: estimate.version,
    })
    .from(estimate)
    .where(and(eq(estimate.communityId, community.id), eq(estimate.initiativeId, initiativeId)))
    .orderBy(desc(estimate.version))
    .limit(1);
  return { ...rest, lines, estimate: newest ?? null };
}
