import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import type { DraftAnswers, SavedStep, StepAnswers } from "~/domain/initiatives/draft";
import type { InitiativeStep, RefusalReason } from "~/domain/initiatives/initiative";
import { findInitiative } from "~/domain/initiatives/initiative-queries.server";
import { recordStep } from "~/domain/initiatives/record-step.server";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { startDraft } from "~/domain/initiatives/start-draft.server";
import { submitDraft } from "~/domain/initiatives/submit-draft.server";
import { database, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { round, roundStage } from "~db/schema/prioritisation";
import { plainRules } from "./voting";

export const guest: Viewer = { kind: "guest" };
const origin = "http://localhost:3000";
let planted = 0;

/** A published round; proposals are taken from an hour ago for an hour, by the database's clock. */
export async function plantCall(community: Community, opens = -3600, closes = 3600): Promise<string> {
  planted += 1;
  const id = newId();
  const title = { uk: `Бюджет участі ${planted}` };
  const stage = (kind: "submission" | "screening" | "voting", from: number, to: number) => ({
    communityId: community.id,
    roundId: id,
    kind,
    opensAt: seconds(from),
    closesAt: seconds(to),
  });
  await database()
    .insert(round)
    .values({
      communityId: community.id,
      id,
      slug: `call-${planted}`,
      title,
      summary: title,
      rules: plainRules,
      publishedAt: seconds(-7200),
    });
  await database()
    .insert(roundStage)
    .values([
      stage("submission", opens, closes),
      stage("screening", closes, closes + 3600),
      stage("voting", 9000, 12600),
    ]);
  return id;
}

/** Moves the end of the submission stage by the database's own clock: `-1` has passed a second ago. */
export async function moveSubmissionEnd(community: Community, roundId: string, by: number): Promise<void> {
  await database()
    .update(roundStage)
    .set({ closesAt: seconds(by) })
    .where(
      and(
        eq(roundStage.communityId, community.id),
        eq(roundStage.roundId, roundId),
        eq(roundStage.kind, "submission"),
      ),
    );
}

const seconds = (by: number) => sql`clock_timestamp() + make_interval(secs => ${by})`;

const answers: { [Step in SavedStep]: StepAnswers[Step] } = {
  title: { title: "Лавки біля ставка", theme: "greenery" },
  similar: { similarSeen: true },
  place: { wholeCommunity: true, placeNote: "Ставок на Садовій" },
  text: {
    problem: "Біля ставка ніде сісти.",
    proposal: "Поставити десять лавок і п’ять урн.",
    beneficiaries: "Усі, хто гуляє біля води.",
  },
  cost: { costGuess: 12_000_000 },
  contact: {
    authorName: "Оксана Приклад",
    email: "oksana@example.org",
    showName: true,
    consent: true,
    coAuthors: [],
  },
};

/** A draft in which every step is answered; returns the token of its resume link. */
export async function plantDraft(
  community: Community,
  roundId: string,
  given: DraftAnswers = {},
): Promise<string> {
  const started = await startDraft(community, { roundId, language: "uk" });
  if (!started.done) throw new Error(started.reason);
  const { resume } = started.value;
  for (const step of Object.keys(answers) as SavedStep[]) {
    const own = Object.entries(given).filter(([field]) => field in answers[step]);
    const merged = {
      ...answers[step],
      ...Object.fromEntries(own),
      ...(step === "place" ? placeOf(given) : {}),
    };
    await saveDraft(community, resume, { step, answers: merged as StepAnswers[typeof step], seen: 99 });
  }
  return resume;
}

function placeOf({ districtId, latitude, longitude }: DraftAnswers): Partial<StepAnswers["place"]> {
  return { ...(districtId && { wholeCommunity: false, districtId }), latitude, longitude };
}

export type PlantedInitiative = { id: string; number: number; resume: string };

/** A submitted initiative, filed by a guest unless a viewer is given. */
export async function plantInitiative(
  community: Community,
  roundId: string,
  given: DraftAnswers = {},
  viewer: Viewer = guest,
): Promise<PlantedInitiative> {
  const resume = await plantDraft(community, roundId, given);
  const outcome = await submitDraft(community, { resume, viewer, language: "uk", origin });
  if (!outcome.done) throw new Error(outcome.reason);
  const { number } = outcome.value;
  const found = await findInitiative(community, number);
  if (!found) throw new Error("The initiative was not found.");
  return { id: found.id, number, resume };
}

type Given = { reason?: RefusalReason; note?: string; dueAt?: Date; origin?: string };

/** Moves an initiative as staff or the clock would. */
export async function takeStep(
  community: Community,
  initiativeId: string,
  step: InitiativeStep,
  given: Given = {},
): Promise<void> {
  const outcome = await transaction((tx) =>
    recordStep(tx, community, { initiativeId, step, actorId: null, ...given }),
  );
  if (!outcome.done) throw new Error(outcome.reason);
}
