import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionAnswer } from "~db/schema/petitions";
import type { AnswerContent } from "./answer-form";
import { lockAnswered } from "./lock-answered.server";
import { queueMailing } from "./queue-mailing.server";
import { recordPetitionStep } from "./record-petition-step.server";
import type { AnswerVersion } from "./response";
import { listAnswers } from "./response-queries.server";

type Answering = {
  petitionId: string;
  content: AnswerContent;
  /** The newest version the clerk saw; none is 0. */
  seenVersion: number;
};

export type AnswerRefusal = "not_answered_state" | "changed_meanwhile";

/**
 * Publishes an answer, or the next version of it, and has the followers told. Of two clerks at once the second is
 * refused and shown the first one's version; the same answer sent twice is published once (F-5).
 */
export async function answerPetition(
  community: Community,
  clerk: Clerk,
  { petitionId, content, seenVersion }: Answering,
): Promise<Outcome<{ version: number }, AnswerRefusal>> {
  return await transaction(async (tx) => {
    if (!(await lockAnswered(tx, community, petitionId))) return refused("not_answered_state");
    const [newest] = await listAnswers(community, petitionId, tx);
    const version = seenVersion + 1;
    if (newest?.version === version && isSame(newest, content)) return done({ version });
    if ((newest?.version ?? 0) !== seenVersion) return refused("changed_meanwhile");
    await tx.insert(petitionAnswer).values({
      ...content,
      communityId: community.id,
      petitionId,
      version,
      madeBy: clerk.id,
    });
    const note = content.changeNote;
    const step = { petitionId, step: "answer", actorId: clerk.id, note } as const;
    await recordPetitionStep(tx, community, step);
    await queueMailing(tx, community, { petitionId, about: "answer" });
    return done({ version });
  });
}

/** Compared as JSON: lists are short and built in one order. */
function isSame(stored: AnswerVersion, content: AnswerContent): boolean {
  const shape = ({ language, signedBy, outcome, body, documents, votes, changeNote }: AnswerContent) =>
    JSON.stringify([
      ...[language, signedBy, outcome, body, changeNote],
      ...[
        documents.map(({ name, address }) => [name, address]),
        votes?.map(({ name, vote }) => [name, vote]),
      ],
    ]);
  return shape(stored) === shape(content);
}
