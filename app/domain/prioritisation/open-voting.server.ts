import { createHash } from "node:crypto";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { recordStep } from "~/domain/initiatives/record-step.server";
import { makeBallotKeys } from "~/domain/voting/ballot-seal.server";
import { commitDraw } from "~/domain/voting/commit-draw.server";
import { makeBallotKey } from "~/domain/voting/make-ballot-key.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiative, initiativeVersion } from "~db/schema/initiatives";
import { round, roundStage } from "~db/schema/prioritisation";
import { estimate, project } from "~db/schema/prioritisation-projects";
import { lockRound } from "./lock-round.server";
import type { RoundRecord } from "./round-record";
import { roundSheet } from "./round-sheet";

export type Opened = {
  projects: number;
  /** True for the call that opened the vote; a later or a twin call finds it open. */
  first: boolean;
};

/**
 * Opens the vote once its time has come by the database's clock: locks the rules, puts every admitted and costed
 * initiative on the ballot under its number and makes the key the ballots are sealed to. May run again and twice.
 */
export async function openVoting(
  community: Community,
  roundId: string,
): Promise<Outcome<Opened, "no_such_round" | "not_published" | "not_due">> {
  const keys = await makeBallotKeys();
  return await transaction(async (tx) => {
    const found = await lockRound(tx, community, roundId);
    if (!found) return refused("no_such_round");
    const [opened] = await tx
      .update(round)
      .set({ lockedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(round.communityId, community.id),
          eq(round.id, roundId),
          isNotNull(round.publishedAt),
          isNull(round.lockedAt),
          isDue(community, roundId),
        ),
      )
      .returning({ id: round.id });
    if (!opened) return await whyNot(tx, community, found.record);
    await makeBallotKey(tx, community, roundId, keys);
    if (found.record.rules.tieOrder === "draw") await commitDraw(tx, community, roundId);
    const ballot = await fillBallot(tx, community, found.record);
    await recordAct(tx, community, {
      act: "voting.open",
      actorId: null,
      subjectKind: "round",
      subjectId: roundId,
      details: { ...ballot, rulesVersion: found.record.rulesVersion, rulesSha256: rulesHash(found.record) },
    });
    return done({ projects: ballot.projects.length, first: true });
  });
}

function isDue(community: Community, roundId: string) {
  return sql`exists (select from ${roundStage} where ${roundStage.communityId} = ${community.id}
    and ${roundStage.roundId} = ${roundId} and ${roundStage.kind} = 'voting' and ${roundStage.opensAt} <= clock_timestamp())`;
}

async function whyNot(tx: Transaction, community: Community, { id, publishedAt, lockedAt }: RoundRecord) {
  if (!publishedAt) return refused("not_published");
  if (!lockedAt) return refused("not_due");
  const own = and(eq(project.communityId, community.id), eq(project.roundId, id));
  return done({ projects: await tx.$count(project, own), first: false });
}

/** SHA-256 over the frozen rules, so that nobody can later say they were others. */
function rulesHash(record: RoundRecord): string {
  return createHash("sha256")
    .update(JSON.stringify([...roundSheet(record)]))
    .digest("hex");
}

/** Numbers of the initiatives put on the ballot, and of the admitted ones that could not be. */
async function fillBallot(tx: Transaction, community: Community, record: RoundRecord) {
  const result: { projects: number[]; leftOut: number[] } = { projects: [], leftOut: [] };
  for (const candidate of await candidates(tx, community, record.id)) {
    const { initiativeId, number, cost, districtId } = candidate;
    const envelope =
      record.envelopes.find((one) => one.districtId === districtId) ??
      record.envelopes.find((one) => one.districtId === null);
    const step = { initiativeId, step: "put_on_ballot", actorId: null } as const;
    // The step fails when the author withdraws at this moment: then there is no project either.
    const fits = envelope && cost !== null && cost <= envelope.amount;
    if (!fits || !(await recordStep(tx, community, step)).done) {
      result.leftOut.push(number);
      continue;
    }
    await insertProject(tx, community, record.id, envelope.id, { ...candidate, cost });
    result.projects.push(number);
  }
  return result;
}

async function candidates(tx: Transaction, community: Community, roundId: string) {
  return await tx
    .selectDistinctOn([initiative.number], {
      initiativeId: initiative.id,
      number: initiative.number,
      districtId: initiative.districtId,
      theme: initiative.theme,
      proposedOn: sql<string>`(${initiative.submittedAt} at time zone ${community.zone})::date::text`,
      title: initiativeVersion.title,
      proposal: initiativeVersion.proposal,
      language: initiativeVersion.language,
      placeNote: initiativeVersion.placeNote,
      latitude: initiativeVersion.latitude,
      longitude: initiativeVersion.longitude,
      cost: estimate.amount,
    })
    .from(initiative)
    .innerJoin(
      initiativeVersion,
      and(
        eq(initiativeVersion.communityId, initiative.communityId),
        eq(initiativeVersion.initiativeId, initiative.id),
        eq(initiativeVersion.version, initiative.version),
      ),
    )
    .leftJoin(
      estimate,
      and(eq(estimate.communityId, initiative.communityId), eq(estimate.initiativeId, initiative.id)),
    )
    .where(
      and(
        eq(initiative.communityId, community.id),
        eq(initiative.roundId, roundId),
        eq(initiative.state, "admitted"),
      ),
    )
    .orderBy(asc(initiative.number), desc(estimate.version));
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number] & { cost: number };

async function insertProject(
  tx: Transaction,
  community: Community,
  roundId: string,
  envelopeId: string,
  from: Candidate,
) {
  await tx.insert(project).values({
    communityId: community.id,
    id: newId(),
    roundId,
    envelopeId,
    code: String(from.number),
    initiativeId: from.initiativeId,
    title: from.title,
    summary: from.proposal,
    language: from.language,
    cost: from.cost,
    category: from.theme,
    area: from.placeNote,
    latitude: from.latitude,
    longitude: from.longitude,
    proposedOn: from.proposedOn,
  });
}
