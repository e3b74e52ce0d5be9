import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { initiative } from "~db/schema/initiatives";
import { envelope, round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { ballotKey, ballotReceipt, participation, sealedBallot } from "~db/schema/voting";
import type { BallotList, BallotRules } from "./ballot";
import { shuffleBySeed } from "./ballot-order";
import { hashReceipt, orderSeed } from "./ballot-seal.server";
import type { EligibilityRules } from "./eligibility";

/** Where a vote stands by the database's clock, which alone decides deadlines. */
export type VotingState = "planned" | "not_opened" | "open" | "closed";

export type Voting = {
  roundId: string;
  slug: string;
  title: LocalText;
  rules: BallotRules & { eligibility: EligibilityRules };
  rulesVersion: number;
  opensAt: Date;
  closesAt: Date;
  state: VotingState;
  /** X25519, raw; null until voting opens. */
  publicKey: Uint8Array | null;
  /** True while the server itself can open the box after close. */
  trial: boolean;
};

const clock = sql`clock_timestamp()`;
const state = sql<VotingState>`case
  when ${round.closedAt} is not null or ${roundStage.closesAt} <= ${clock} then 'closed'
  when ${roundStage.opensAt} > ${clock} then 'planned'
  when ${round.lockedAt} is null then 'not_opened'
  else 'open' end`;

/** The vote of a published round, by the round's slug or id; null when there is none in this community. */
export async function findVoting(
  community: Community,
  by: { slug: string } | { roundId: string },
  from: Queryable = database(),
): Promise<Voting | null> {
  const [row] = await from
    .select({
      roundId: round.id,
      slug: round.slug,
      title: round.title,
      rules: round.rules,
      rulesVersion: round.rulesVersion,
      opensAt: roundStage.opensAt,
      closesAt: roundStage.closesAt,
      state,
      publicKey: ballotKey.publicKey,
      trial: sql<boolean>`${ballotKey.privateKey} is not null`,
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
    .leftJoin(ballotKey, and(eq(ballotKey.communityId, round.communityId), eq(ballotKey.roundId, round.id)))
    .where(
      and(
        eq(round.communityId, community.id),
        "slug" in by ? eq(round.slug, by.slug) : eq(round.id, by.roundId),
        sql`${round.publishedAt} is not null`,
      ),
    );
  return row ?? null;
}

/**
 * The lists of a voter: the whole community's and that of the own district, where the round has one. Projects
 * stand in the order of their codes; lists without a project are left out.
 */
export async function listBallotLists(
  community: Community,
  roundId: string,
  districtId: string,
): Promise<BallotList[]> {
  const rows = await database()
    .select({
      envelopeId: envelope.id,
      districtId: envelope.districtId,
      amount: envelope.amount,
      project: {
        id: project.id,
        code: project.code,
        title: project.title,
        summary: project.summary,
        language: project.language,
        cost: project.cost,
        area: project.area,
        initiativeNumber: initiative.number,
      },
    })
    .from(envelope)
    .innerJoin(
      project,
      and(eq(project.communityId, envelope.communityId), eq(project.envelopeId, envelope.id)),
    )
    .leftJoin(
      initiative,
      and(eq(initiative.communityId, project.communityId), eq(initiative.id, project.initiativeId)),
    )
    .where(
      and(
        eq(envelope.communityId, community.id),
        eq(envelope.roundId, roundId),
        or(isNull(envelope.districtId), eq(envelope.districtId, districtId)),
      ),
    );
  const lists = new Map<string, BallotList>();
  for (const { project: line, ...head } of rows) {
    const list = lists.get(head.envelopeId) ?? { ...head, projects: [] };
    list.projects.push(line);
    lists.set(head.envelopeId, list);
  }
  for (const { projects } of lists.values()) projects.sort((one, two) => byCode.compare(one.code, two.code));
  return [...lists.values()].sort(
    (one, two) => Number(one.districtId !== null) - Number(two.districtId !== null),
  );
}

const byCode = new Intl.Collator("en", { numeric: true });

/** The same lists in the voter's own order, which stays the same for the whole vote. */
export function inOwnOrder(
  lists: readonly BallotList[],
  publicKey: Uint8Array,
  roundId: string,
  personId: string,
) {
  const seed = orderSeed(publicKey, { roundId, personId });
  return lists.map((list) => ({ ...list, projects: shuffleBySeed(list.projects, seed) }));
}

export type OwnVote = { version: number; votedOn: string; channel: "online" | "paper" | "kiosk" };

/** That a person voted, on which day and how often the vote was changed (`version` - 1); never what for. */
export async function findOwnVote(
  community: Community,
  roundId: string,
  personId: string,
): Promise<OwnVote | null> {
  const [row] = await database()
    .select({
      version: sql<number>`coalesce(${sealedBallot.version}, 0)`,
      votedOn: participation.votedOn,
      channel: participation.channel,
    })
    .from(participation)
    .leftJoin(
      sealedBallot,
      and(
        eq(sealedBallot.communityId, participation.communityId),
        eq(sealedBallot.roundId, participation.roundId),
        eq(sealedBallot.personId, participation.personId),
      ),
    )
    .where(
      and(
        eq(participation.communityId, community.id),
        eq(participation.roundId, roundId),
        eq(participation.personId, personId),
      ),
    );
  return row ?? null;
}

/** Whether a receipt code was given in this round. A vote changed since answers the same (B-4). */
export async function isReceiptRecorded(
  community: Community,
  roundId: string,
  code: string,
): Promise<boolean> {
  const found = await database()
    .select({ hash: ballotReceipt.receiptHash })
    .from(ballotReceipt)
    .where(
      and(
        eq(ballotReceipt.communityId, community.id),
        eq(ballotReceipt.roundId, roundId),
        eq(ballotReceipt.receiptHash, hashReceipt(code)),
      ),
    );
  return found.length > 0;
}
