import type { Community } from "~/domain/communities/community";
import { type AttemptRule, countAttempt } from "~/domain/identity/attempt-limit.server";
import { canonicalEmail } from "~/domain/identity/email";
import type { Outcome } from "~/shared/outcome";
import { withStep } from "./petition-draft";
import { type Saved, type SaveRefusal, savePetition } from "./save-petition.server";

/** A draft becomes one letter to its author: so many a day may name the same mailbox, whoever it belongs to. */
const PER_MAILBOX: AttemptRule = { most: 10, minutes: 24 * 60 };

type Given = { answers: { authorName: string; email: string; consent: true }; seen: number };

/** Saves who files. Counted here and not at filing, so that a second click is never refused. */
export async function savePetitionAuthor(
  community: Community,
  resume: string,
  { answers, seen }: Given,
): Promise<Outcome<Saved, SaveRefusal | "too_many">> {
  const mailbox = canonicalEmail(answers.email);
  const counted = await countAttempt(community, PER_MAILBOX, "petition-mailbox", mailbox);
  if (!counted.done) return counted;
  return await savePetition(community, resume, (draft) => withStep(draft, "author", answers, seen));
}
