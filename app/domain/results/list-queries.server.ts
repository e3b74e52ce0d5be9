import { and, asc, eq } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import type { RoundRules } from "~/domain/prioritisation/round";
import { localText } from "~/i18n/local-text";
import { database } from "~/platform/database.server";
import { district } from "~db/schema/communities";
import { envelope, round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import type { FileElection, FileProject } from "./ballot-file";
import type { TieOrder } from "./ties";

/** A list of a vote, all but its ballots. */
export type ListToCount = {
  envelopeId: string;
  election: Omit<FileElection, "ballots" | "ties">;
  tieOrder: TieOrder;
  /** Ids of the project rows by code. */
  projectIds: Map<string, string>;
};

/** The lists of a round that have projects, in the order of envelopes; null where there is no such vote. */
export async function readLists(community: Community, roundId: string): Promise<ListToCount[] | null> {
  const [head] = await database()
    .select({
      title: round.title,
      rules: round.rules,
      opensAt: roundStage.opensAt,
      closesAt: roundStage.closesAt,
    })
    .from(round)
    .innerJoin(
      roundStage,
      and(
        eq(roundStage.communityId, round.communityId),
        eq(roundStage.roundId, round.id),
        eq(roundStage.kind, "voting"),
      ),
    )
    .where(and(eq(round.communityId, community.id), eq(round.id, roundId)));
  if (!head) return null;
  const common = commonFacts(community, head);
  const lists = new Map<string, ListToCount & { projects: FileProject[] }>();
  for (const { id, envelopeId, amount, area, ...row } of await readProjects(community, roundId)) {
    const list =
      lists.get(envelopeId) ??
      emptyList(envelopeId, head.rules.tieOrder, {
        ...common,
        budget: amount,
        subunit: area ? localText(area, "en").text : "",
      });
    lists.set(envelopeId, list);
    list.projects.push(row.project);
    list.projectIds.set(row.project.code, id);
  }
  return [...lists.values()];
}

type Head = { title: LocalText; rules: RoundRules; opensAt: Date; closesAt: Date };

function commonFacts(community: Community, { title, rules, opensAt, closesAt }: Head) {
  const day = (instant: Date) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: community.zone }).format(instant);
  return {
    description: localText(title, "en").text,
    country: countryOf(community.currency),
    unit: localText(community.name, "en").text,
    days: { from: day(opensAt), to: day(new Date(closesAt.getTime() - 1)) },
    currency: community.currency,
    language: community.languages[0] ?? "en",
    rule: rules.allocation,
    // Whatever the rules say, a project that nobody chose does not win.
    minimumVotes: Math.max(1, rules.minimumVotes),
    ballot: rules.ballot,
    maxChoices: rules.maxChoices,
  };
}

function emptyList(
  envelopeId: string,
  tieOrder: TieOrder,
  head: Omit<FileElection, "ballots" | "projects" | "ties">,
) {
  const projects: FileProject[] = [];
  return {
    envelopeId,
    tieOrder,
    projects,
    projectIds: new Map<string, string>(),
    election: { ...head, projects },
  };
}

async function readProjects(community: Community, roundId: string) {
  return await database()
    .select({
      id: project.id,
      envelopeId: envelope.id,
      amount: envelope.amount,
      area: district.name,
      project: {
        code: project.code,
        title: project.title,
        cost: project.cost,
        category: project.category,
        area: project.area,
        latitude: project.latitude,
        longitude: project.longitude,
      },
    })
    .from(project)
    .innerJoin(
      envelope,
      and(eq(envelope.communityId, project.communityId), eq(envelope.id, project.envelopeId)),
    )
    .leftJoin(
      district,
      and(eq(district.communityId, envelope.communityId), eq(district.id, envelope.districtId)),
    )
    .where(and(eq(project.communityId, community.id), eq(project.roundId, roundId)))
    .orderBy(asc(envelope.createdAt), asc(envelope.id), asc(project.code));
}

/** The first two letters of a currency name its country; Pabulib wants that in English. */
function countryOf(currency: string): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(currency.slice(0, 2)) ?? "";
}
