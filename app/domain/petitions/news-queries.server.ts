import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import type { MailedStep, News } from "./mailing-letter";
import type { PetitionStep } from "./petition";
import { findPetition } from "./petition-queries.server";
import { listAnswers, listDebates, listDutyFacts } from "./response-queries.server";

/** What the letters of a mailing tell, from the petition as it stands now. */
export async function findNews(
  tx: Transaction,
  community: Community,
  { petitionId, about }: { petitionId: string; about: PetitionStep },
): Promise<News> {
  const petition = await findPetition(community, { id: petitionId }, tx);
  if (!petition) throw new Error("There is no petition to tell of.");
  const duties = await listDutyFacts(community, petition, tx);
  const [answer] = await listAnswers(community, petitionId, tx);
  const [debate] = await listDebates(community, petitionId, tx);
  const isBelow = petition.state === "closed" && duties.length === 0;
  return {
    about: about as MailedStep,
    number: petition.number,
    title: petition.hiddenAt ? null : petition.title,
    signatures: petition.signatures ?? 0,
    duties: duties.filter(({ duty }) => duty !== "answer" || !answer),
    below: isBelow ? petition.rules.belowThreshold : null,
    answer: answer ?? null,
    debate: debate ?? null,
  };
}
