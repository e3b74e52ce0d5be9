import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import type { AnswerContent } from "~/domain/petitions/answer-form";
import { followPetition } from "~/domain/petitions/follow-petition.server";
import { listMailings } from "~/domain/petitions/mailing-queries.server";
import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { presetRules } from "~/domain/petitions/rule-presets";
import type { Locale } from "~/i18n/locales";
import { database } from "~/platform/database.server";
import { petitionAnswer, petitionDebate } from "~db/schema/petitions";
import { thresholdFact } from "~db/schema/signatures";
import { plantPerson } from "./identity";

/** The brand stands for what `allow` has checked. */
export async function plantClerk(community: Community, language: Locale = "uk"): Promise<Clerk> {
  return (await plantPerson(community, { roles: ["clerk"], language })) as Clerk;
}

const term = { days: 10, unit: "calendar" } as const;

/** Five signatures make an answer due, ten a debate. */
export function dutyRules(): PetitionRules {
  const thresholds = [
    { duty: "answer", signatures: 5, areas: [], term },
    { duty: "debate", signatures: 10, areas: [], term },
  ] as const;
  return { ...presetRules("ukrainian_community"), thresholds };
}

/** Makes a duty of the rules begin, so many days before it is due; negative for an overdue one. */
export async function plantDuty(
  community: Community,
  petitionId: string,
  threshold: 0 | 1,
  dueInDays: number,
): Promise<void> {
  await database()
    .insert(thresholdFact)
    .values({
      communityId: community.id,
      petitionId,
      threshold,
      signatures: 10,
      reachedAt: sql`clock_timestamp() - interval '20 days'`,
      dueAt: sql`clock_timestamp() + make_interval(hours => ${Math.round(dueInDays * 24)})`,
    });
}

export function answerContent(given: Partial<AnswerContent> = {}): AnswerContent {
  return {
    language: "uk",
    signedBy: "Голова ради Оксана Приклад",
    outcome: "accepted",
    body: "Ліхтарі встановлять до першого вересня.",
    documents: [{ name: "Рішення № 5", address: "https://rada.example/5.pdf" }],
    votes: [
      { name: "Марко Зразок", vote: "for" },
      { name: "Олена Проба", vote: "absent" },
    ],
    changeNote: "",
    ...given,
  };
}

/** Followers `reader0@example.org` and so on, in turn with letters in each of the languages, so many at once. */
export async function plantFollowers(
  community: Community,
  petitionId: string,
  many: number,
  atOnce = 1,
): Promise<string[]> {
  const languages = ["uk", "ru", "en"] as const;
  const followers = Array.from({ length: many }, (_, place) => ({
    email: `reader${place}@example.org`,
    language: languages[place % 3] ?? "uk",
  }));
  for (let from = 0; from < many; from += atOnce) {
    const few = followers.slice(from, from + atOnce);
    await Promise.all(few.map((one) => followPetition(community, petitionId, one)));
  }
  return followers.map(({ email }) => email);
}

/** As if the newest debate had been set for so many hours from now. */
export async function moveDebate(community: Community, debateId: string, hours: number): Promise<void> {
  await database()
    .update(petitionDebate)
    .set({ scheduledFor: sql`clock_timestamp() + make_interval(hours => ${hours})` })
    .where(and(eq(petitionDebate.communityId, community.id), eq(petitionDebate.id, debateId)));
}

/** As if the first answer had been given so many days ago. */
export async function ageAnswer(community: Community, petitionId: string, days: number): Promise<void> {
  await database()
    .update(petitionAnswer)
    .set({ createdAt: sql`clock_timestamp() - make_interval(days => ${days})` })
    .where(and(eq(petitionAnswer.communityId, community.id), eq(petitionAnswer.petitionId, petitionId)));
}

/** The steps of which letters are queued, oldest first. */
export async function mailedSteps(community: Community, petitionId: string): Promise<string[]> {
  return (await listMailings(community, petitionId)).map(({ about }) => about).reverse();
}
