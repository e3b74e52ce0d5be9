import type { Community } from "~/domain/communities/community";
import { listStandingDistricts } from "~/domain/communities/district-queries.server";
import type { Moderator } from "~/domain/identity/viewer";
import type { StepAnswers } from "~/domain/initiatives/draft";
import type { Theme } from "~/domain/initiatives/initiative";
import { findInitiative } from "~/domain/initiatives/initiative-queries.server";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { startDraft } from "~/domain/initiatives/start-draft.server";
import { submitDraft } from "~/domain/initiatives/submit-draft.server";
import { findAnyRound } from "~/domain/prioritisation/round-queries.server";
import { screenInitiative } from "~/domain/prioritisation/screen-initiative.server";
import { now } from "~/platform/clock.server";
import { pointIn } from "./point-in";

/** One invented initiative; money in whole units, `district` by its place in the list, null for the whole community. */
export type Filed = {
  title: string;
  theme: string;
  district: number | null;
  placeNote: string;
  problem: string;
  proposal: string;
  beneficiaries: string;
  guess: number;
};
export type Judged = Filed & { state: string; estimate: number | null };

const AUTHORS = [
  "Ганна Вербицька",
  "Остап Лугів",
  "Марія Ставкова",
  "Іван Ясен",
  "Соломія Криничка",
  "Петро Левада",
];

/** Files an initiative by the same steps a resident takes. Returns its number. */
export async function fileInitiative(community: Community, roundId: string, filed: Filed): Promise<number> {
  const started = await startDraft(community, { roundId, language: "uk" });
  if (!started.done) throw new Error("The demonstration's round takes no initiatives.");
  const { resume } = started.value;
  const districts = await listStandingDistricts(community);
  const district = filed.district === null ? undefined : districts[filed.district % districts.length];
  const author = AUTHORS[filed.title.length % AUTHORS.length] ?? "";
  const steps: { [Step in keyof StepAnswers]: StepAnswers[Step] } = {
    title: { title: filed.title, theme: filed.theme as Theme },
    similar: { similarSeen: true },
    place: {
      wholeCommunity: !district,
      districtId: district?.id,
      placeNote: filed.placeNote,
      ...(district?.shape && pointIn(district.shape, filed.title.length)),
    },
    text: { problem: filed.problem, proposal: filed.proposal, beneficiaries: filed.beneficiaries },
    cost: { costGuess: filed.guess * 100 },
    contact: {
      authorName: author,
      email: "author@example.org",
      showName: true,
      consent: true,
      coAuthors: [],
    },
  };
  for (const [step, answers] of Object.entries(steps)) {
    await saveDraft(community, resume, {
      step: step as "title",
      answers: answers as StepAnswers["title"],
      seen: 0,
    });
  }
  const sent = await submitDraft(community, {
    resume,
    viewer: { kind: "guest" },
    language: "uk",
    origin: "",
  });
  if (!sent.done) throw new Error(`The demonstration's initiative was refused: ${sent.reason}.`);
  return sent.value.number;
}

/** Fills in a criterion card that leads to the wanted state. */
export async function screenFiled(
  community: Community,
  moderator: Moderator,
  number: number,
  judged: Judged,
) {
  const found = await findInitiative(community, number);
  if (!found) throw new Error(`The demonstration has no initiative ${number}.`);
  const criteria = (await findAnyRound(community, found.round.slug))?.criteria ?? [];
  const admitted = judged.state === "admitted";
  const note = {
    admitted: "",
    returned: "Додайте, де саме будуть заняття, і згоду бібліотеки на розклад.",
    refused: "Проєкт не відповідає положенню; зверніться по допомогу, щоб подати інший.",
  }[judged.state as "admitted" | "returned" | "refused"];
  const decided = await screenInitiative(community, moderator, {
    initiativeId: found.id,
    version: found.version,
    dueAt: judged.state === "returned" ? new Date(now().getTime() + 14 * 86_400_000) : null,
    origin: "",
    card: {
      outcome: judged.state as "admitted" | "returned" | "refused",
      reason:
        judged.state === "refused" ? (judged.theme === "roads" ? "outside_powers" : "private_benefit") : null,
      note: note ?? "",
      days: judged.state === "returned" ? 14 : null,
      lines: criteria.map(({ id }, index) => ({
        criterionId: id,
        verdict:
          admitted || index !== (judged.theme === "roads" ? 0 : 2) ? ("met" as const) : ("not_met" as const),
        note: admitted ? "" : (note ?? ""),
      })),
      estimate: {
        amount: admitted ? (judged.estimate ?? 0) * 100 : null,
        basis: "Розрахунок відділу капітального будівництва",
      },
    },
  });
  if (!decided.done) throw new Error(`The demonstration's screening was refused: ${decided.reason}.`);
}
