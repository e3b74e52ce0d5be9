import { sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import type { Transaction } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { newId } from "~/shared/id";
import { petition, petitionEvent } from "~db/schema/petitions";
import { deriveToken } from "./derive-token.server";
import type { CompleteAnswers } from "./petition-draft";
import type { CurrentRules } from "./rules-queries.server";
import { petitionSearchText } from "./search-text";

/** Two people may file at the same instant; each of them waits for the other's number and takes the next. */
const MOST_TRIES = 100;

type NewPetition = {
  current: CurrentRules;
  answers: CompleteAnswers;
  /** Language of the text. */
  language: Locale;
  addressee: string;
  authorId: string | null;
  authorToken: string;
  /** Until when first signatories may be found. */
  gatheringUntil: Date;
};

/** Takes the next number of the community for a petition that gathers its first signatories. */
export async function insertPetition(
  tx: Transaction,
  community: Community,
  given: NewPetition,
): Promise<{ id: string; number: number }> {
  const id = newId();
  const number = await insertRow(tx, community, id, given);
  await tx.insert(petitionEvent).values({
    communityId: community.id,
    id: newId(),
    petitionId: id,
    step: "file",
    state: "gathering",
    actorId: given.authorId,
    dueAt: given.gatheringUntil,
  });
  const subject = { subjectKind: "petition", subjectId: id };
  await recordAct(tx, community, { act: "petition.file", actorId: given.authorId, ...subject });
  return { id, number };
}

async function insertRow(
  tx: Transaction,
  community: Community,
  id: string,
  { current, answers, language, addressee, authorId, authorToken }: NewPetition,
): Promise<number> {
  const { title, demand, grounds, authorName, email, wholeCommunity, districtId } = answers;
  const row = {
    communityId: community.id,
    id,
    number: sql`coalesce((select max(taken.number) from ${petition} taken
      where taken.community_id = ${community.id}), 0) + 1`,
    state: "gathering" as const,
    rules: current.rules,
    rulesVersion: current.version,
    title,
    demand,
    grounds,
    language,
    addressee,
    districtId: wholeCommunity ? null : (districtId ?? null),
    searchText: petitionSearchText(answers),
    authorId,
    authorName,
    authorEmail: email,
    authorHash: hashSecretToken(authorToken),
    secondHash: hashSecretToken(deriveToken("second", authorToken)),
  };
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const [inserted] = await tx
      .insert(petition)
      .values(row)
      .onConflictDoNothing({ target: [petition.communityId, petition.number] })
      .returning({ number: petition.number });
    if (inserted) return inserted.number;
  }
  throw new Error("No free number for a petition was found.");
}
