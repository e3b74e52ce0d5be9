import { and, desc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { now } from "~/platform/clock.server";
import { database, type Queryable } from "~/platform/database.server";
import { person } from "~db/schema/identity";
import { petitionAnswer, petitionDebate } from "~db/schema/petitions";
import { thresholdFact } from "~db/schema/signatures";
import type { FoundPetition } from "./petition-queries.server";
import type { PetitionRules } from "./petition-rules";
import {
  type AnswerVersion,
  type DutyFact,
  debateOf,
  type PetitionDebate,
  type PetitionResponse,
  responseOf,
} from "./response";

type Subject = Pick<FoundPetition, "id" | "state" | "rules">;

/** What the council owes to a petition and what it has given, for everybody to read. */
export async function findResponse(
  community: Community,
  { id, state, rules }: Subject,
): Promise<PetitionResponse> {
  const [facts, answers, debates] = await Promise.all([
    listDutyFacts(community, { id, rules }),
    listAnswers(community, id),
    listDebates(community, id),
  ]);
  const instant = now();
  const isBelow = state === "closed" && facts.length === 0;
  return {
    response: responseOf(facts, answers.at(-1)?.at ?? null, instant),
    debate: debateOf(facts, debates[0] ?? null, instant),
    answers,
    debates,
    below: isBelow ? rules.belowThreshold : null,
  };
}

/** Duties that have begun: reached thresholds, as the frozen rules name them. */
export async function listDutyFacts(
  community: Community,
  { id, rules }: { id: string; rules: PetitionRules },
  from: Queryable = database(),
): Promise<DutyFact[]> {
  const rows = await from
    .select({
      threshold: thresholdFact.threshold,
      reachedAt: thresholdFact.reachedAt,
      dueAt: thresholdFact.dueAt,
    })
    .from(thresholdFact)
    .where(and(eq(thresholdFact.communityId, community.id), eq(thresholdFact.petitionId, id)));
  return rows.flatMap(({ threshold, reachedAt, dueAt }) => {
    const duty = rules.thresholds[threshold]?.duty;
    return duty ? [{ duty, reachedAt, dueAt }] : [];
  });
}

/** All versions of the answer, the newest first. */
export async function listAnswers(
  community: Community,
  petitionId: string,
  from: Queryable = database(),
): Promise<AnswerVersion[]> {
  return await from
    .select({
      version: petitionAnswer.version,
      language: petitionAnswer.language,
      signedBy: petitionAnswer.signedBy,
      outcome: petitionAnswer.outcome,
      body: petitionAnswer.body,
      documents: petitionAnswer.documents,
      votes: petitionAnswer.votes,
      changeNote: petitionAnswer.changeNote,
      at: petitionAnswer.createdAt,
    })
    .from(petitionAnswer)
    .where(and(eq(petitionAnswer.communityId, community.id), eq(petitionAnswer.petitionId, petitionId)))
    .orderBy(desc(petitionAnswer.version));
}

/** All debates that were set down, the newest first: it is the one that counts. */
export async function listDebates(
  community: Community,
  petitionId: string,
  from: Queryable = database(),
): Promise<PetitionDebate[]> {
  return await from
    .select({
      id: petitionDebate.id,
      scheduledFor: petitionDebate.scheduledFor,
      place: petitionDebate.place,
      meetingAddress: petitionDebate.meetingAddress,
      minutesAddress: petitionDebate.minutesAddress,
      heldAt: petitionDebate.heldAt,
      notHeldReason: petitionDebate.notHeldReason,
    })
    .from(petitionDebate)
    .where(and(eq(petitionDebate.communityId, community.id), eq(petitionDebate.petitionId, petitionId)))
    .orderBy(desc(petitionDebate.createdAt), desc(petitionDebate.id));
}

/** Who published the newest version, for colleagues only. */
export async function findAnswerMaker(community: Community, petitionId: string): Promise<string | null> {
  const [newest] = await database()
    .select({ name: person.name })
    .from(petitionAnswer)
    .innerJoin(
      person,
      and(eq(person.communityId, petitionAnswer.communityId), eq(person.id, petitionAnswer.madeBy)),
    )
    .where(and(eq(petitionAnswer.communityId, community.id), eq(petitionAnswer.petitionId, petitionId)))
    .orderBy(desc(petitionAnswer.version))
    .limit(1);
  return newest?.name ?? null;
}
