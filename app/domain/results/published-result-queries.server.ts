import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { envelope, round } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { projectResult, tally, turnoutDay } from "~db/schema/results";
import { isPublicIn } from "./public-list-queries.server";

/** One line on a published result; money in minor units of `currency`. */
export type ResultSummary = {
  slug: string;
  title: LocalText;
  publishedAt: Date;
  currency: string;
  funded: number;
  projects: number;
  spent: number;
  budget: number;
  voters: number;
};

/** Results that are public now, the newest first. */
export async function listPublishedResults(community: Community, limit = 20): Promise<ResultSummary[]> {
  const projects = projectSums(community);
  const envelopes = envelopeSums(community);
  const ballots = ballotSums(community);
  const people = turnoutSums(community);
  const rows = await database()
    .select({
      slug: round.slug,
      title: round.title,
      publishedAt: round.resultPublishedAt,
      currency: sql<string>`coalesce(${round.source} ->> 'currency', ${community.currency})`,
      funded: projects.funded,
      projects: projects.total,
      spent: projects.spent,
      budget: envelopes.budget,
      voters: sql`coalesce(${people.voters}, ${ballots.voters}, 0)`.mapWith(Number),
    })
    .from(round)
    .innerJoin(projects, eq(projects.roundId, round.id))
    .innerJoin(envelopes, eq(envelopes.roundId, round.id))
    .innerJoin(ballots, eq(ballots.roundId, round.id))
    .leftJoin(people, eq(people.roundId, round.id))
    .where(isPublicIn(community))
    .orderBy(desc(round.resultPublishedAt))
    .limit(limit);
  return rows.flatMap((row) => (row.publishedAt ? [{ ...row, publishedAt: row.publishedAt }] : []));
}

export type CommunityFigures = {
  rounds: number;
  projects: number;
  voters: number;
  /** Assigned money, one line per currency. */
  money: { currency: string; spent: number }[];
};

/** What came of all votes with a public result. */
export async function communityFigures(community: Community): Promise<CommunityFigures> {
  const results = await listPublishedResults(community, 1_000);
  const money = new Map<string, number>();
  for (const { currency, spent } of results) money.set(currency, (money.get(currency) ?? 0) + spent);
  const sum = (of: (result: ResultSummary) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    rounds: results.length,
    projects: sum(({ funded }) => funded),
    voters: sum(({ voters }) => voters),
    money: [...money].map(([currency, spent]) => ({ currency, spent })),
  };
}

function projectSums(community: Community) {
  return database()
    .select({
      roundId: tally.roundId,
      funded: sql`count(*) filter (where ${projectResult.funded})`.mapWith(Number).as("funded"),
      total: sql`count(*)`.mapWith(Number).as("total"),
      spent: sql`coalesce(sum(${project.cost}) filter (where ${projectResult.funded}), 0)`
        .mapWith(Number)
        .as("spent"),
    })
    .from(tally)
    .innerJoin(
      projectResult,
      and(eq(projectResult.communityId, tally.communityId), eq(projectResult.tallyId, tally.id)),
    )
    .innerJoin(
      project,
      and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
    )
    .where(and(eq(tally.communityId, community.id), isNull(tally.supersededAt)))
    .groupBy(tally.roundId)
    .as("project_sums");
}

function envelopeSums(community: Community) {
  return database()
    .select({ roundId: envelope.roundId, budget: sql`sum(${envelope.amount})`.mapWith(Number).as("budget") })
    .from(envelope)
    .where(eq(envelope.communityId, community.id))
    .groupBy(envelope.roundId)
    .as("envelope_sums");
}

function ballotSums(community: Community) {
  return database()
    .select({ roundId: tally.roundId, voters: sql`sum(${tally.ballots})`.as("ballots") })
    .from(tally)
    .where(and(eq(tally.communityId, community.id), isNull(tally.supersededAt)))
    .groupBy(tally.roundId)
    .as("ballot_sums");
}

function turnoutSums(community: Community) {
  return database()
    .select({ roundId: turnoutDay.roundId, voters: sql`sum(${turnoutDay.voters})`.as("voters") })
    .from(turnoutDay)
    .where(eq(turnoutDay.communityId, community.id))
    .groupBy(turnoutDay.roundId)
    .as("turnout_sums");
}
