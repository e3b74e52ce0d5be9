import type { Community } from "~/domain/communities/community";
import type { AnswerOutcome, Vote } from "~/domain/petitions/answer";
import type { PetitionStep } from "~/domain/petitions/petition";
import type { Locale } from "~/i18n/locales";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { petitionAnswer, petitionDebate, petitionEvent } from "../schema/petitions";
import { daysAgo, type SeededPetition, type Written } from "./petition-seed.server";

type Made = { id: string; maker: string };

/** What the council has answered, with its vote by name, and the debate that was held. */
export async function seedResponse(
  tx: Transaction,
  community: Community,
  { id, seeded }: Written,
  maker: string,
): Promise<void> {
  const made = { id, maker };
  if (seeded.answer) await seedAnswer(tx, community, made, seeded.answer, seeded.language as Locale);
  if (seeded.debate) await seedDebate(tx, community, made, seeded.debate);
}

async function seedAnswer(
  tx: Transaction,
  community: Community,
  made: Made,
  answer: NonNullable<SeededPetition["answer"]>,
  language: Locale,
): Promise<void> {
  const createdAt = daysAgo(answer.days);
  await tx.insert(petitionAnswer).values({
    communityId: community.id,
    petitionId: made.id,
    version: 1,
    language,
    signedBy: language === "ru" ? "Председатель совета" : "Голова громади Олена Гречана",
    outcome: answer.outcome as AnswerOutcome,
    body: answer.body,
    documents: answer.documents.map(([name = "", address = ""]) => ({ name, address })),
    votes: answer.votes?.map(([name = "", vote = ""]) => ({ name, vote: vote as Vote })) ?? null,
    madeBy: made.maker,
    createdAt,
  });
  await seedStep(tx, community, made, "answer", createdAt);
}

async function seedDebate(
  tx: Transaction,
  community: Community,
  made: Made,
  { on: days, place }: NonNullable<SeededPetition["debate"]>,
): Promise<void> {
  const on = daysAgo(days);
  const scheduledAt = daysAgo(days + 12);
  await tx.insert(petitionDebate).values({
    communityId: community.id,
    id: newId(),
    petitionId: made.id,
    scheduledFor: on,
    place,
    meetingAddress: "https://rada.vilshana.example/sesii/41",
    minutesAddress: "https://rada.vilshana.example/protokoly/41",
    heldAt: on,
    madeBy: made.maker,
    createdAt: scheduledAt,
  });
  await seedStep(tx, community, made, "schedule_debate", scheduledAt);
  await seedStep(tx, community, made, "hold_debate", on);
}

async function seedStep(
  tx: Transaction,
  community: Community,
  { id, maker }: Made,
  step: PetitionStep,
  createdAt: Date,
): Promise<void> {
  await tx.insert(petitionEvent).values({
    communityId: community.id,
    id: newId(),
    petitionId: id,
    step,
    state: "closed",
    actorId: maker,
    createdAt,
  });
}
