import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { filePetition } from "~/domain/petitions/file-petition.server";
import { type PetitionAnswers, type SavedStep, withStep } from "~/domain/petitions/petition-draft";
import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { presetRules } from "~/domain/petitions/rule-presets";
import { savePetition } from "~/domain/petitions/save-petition.server";
import { startPetition } from "~/domain/petitions/start-petition.server";
import { database } from "~/platform/database.server";
import { petitionRules } from "~db/schema/petitions";
import { lettersOf, type PlantedLetter } from "./identity";

export const origin = "http://localhost:3000";
const guest: Viewer = { kind: "guest" };

const answers: Omit<PetitionAnswers, "language"> = {
  title: "Освітити вулицю Зоряну",
  similarSeen: true,
  demand: "Встановити дванадцять ліхтарів від школи до зупинки.",
  grounds: "Увечері діти йдуть зі школи в темряві.",
  wholeCommunity: true,
  addressee: "council",
  authorName: "Оксана Приклад",
  email: "oksana@example.org",
  consent: true,
};

const STEPS: readonly SavedStep[] = ["title", "similar", "text", "place", "author"];

/** A draft in which every step is answered; returns the token of its resume link. */
export async function plantPetitionDraft(
  community: Community,
  given: Partial<PetitionAnswers> = {},
): Promise<string> {
  const started = await startPetition(community, { language: given.language ?? "uk" });
  if (!started.done) throw new Error(started.reason);
  const { resume } = started.value;
  for (const step of STEPS) {
    const saved = await savePetition(community, resume, (was) =>
      withStep(was, step, { ...answers, ...given }, 99),
    );
    if (!saved.done) throw new Error(saved.reason);
  }
  return resume;
}

/** The links of the letter on filing: the one to share and the author's own. */
export function linksIn(letter: PlantedLetter | undefined): { second: string; author: string } {
  const token = (path: string) => new RegExp(`/${path}/([0-9a-f]{40})`).exec(letter?.body ?? "")?.[1] ?? "";
  return { second: token("second"), author: token("by-author") };
}

/** A petition filed as a resident does it, with the tokens of the letter. */
export async function plantFiled(
  community: Community,
  given: Partial<PetitionAnswers> = {},
  viewer: Viewer = guest,
) {
  const resume = await plantPetitionDraft(community, given);
  const filed = await filePetition(community, { resume, viewer, origin });
  if (!filed.done) throw new Error(filed.reason);
  const { number } = filed.value;
  const letters = await lettersOf(community);
  const letter = letters.findLast(({ subject }) => subject.includes(`№ ${number} `));
  return { resume, number, letter, tokens: linksIn(letter) };
}

let version = 0;

/** Rules of the community that differ from the preset for a Ukrainian one. */
export async function plantRules(community: Community, given: Partial<PetitionRules>): Promise<void> {
  version += 1;
  const rules = { ...presetRules("ukrainian_community"), ...given };
  await database().insert(petitionRules).values({ communityId: community.id, version, rules });
}
