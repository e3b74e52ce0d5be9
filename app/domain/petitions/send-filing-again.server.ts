import { and, eq, ne, notExists, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { type AttemptRule, countAttempt } from "~/domain/identity/attempt-limit.server";
import { canonicalEmail } from "~/domain/identity/email";
import { type Transaction, transaction } from "~/platform/database.server";
import { hashSecretToken, newSecretToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition, petitionDraft, petitionEvent } from "~db/schema/petitions";
import { signature } from "~db/schema/signatures";
import { deriveToken } from "./derive-token.server";
import { lockPetitionDraft } from "./petition-draft-queries.server";
import { queueFilingLetter } from "./queue-filing-letter.server";

const MAX_LETTERS = 3;
const PER_MAILBOX: AttemptRule = { most: 10, minutes: 24 * 60 };

type Again = { resume: string; email: string; origin: string };

/**
 * Sends the letter on filing again, to a corrected address: the links of the first letter stop working, for it may
 * have gone to a stranger. Only while nobody has signed, so that no shared link dies.
 */
export async function sendFilingAgain(
  community: Community,
  { resume, email, origin }: Again,
): Promise<Outcome<undefined, "no_such_draft" | "too_many" | "too_many_letters" | "wrong_state">> {
  const counted = await countAttempt(community, PER_MAILBOX, "petition-mailbox", canonicalEmail(email));
  if (!counted.done) return counted;
  return await transaction(async (tx) => {
    const draft = await lockPetitionDraft(tx, community, resume);
    if (!draft || draft.filedNumber === null) return refused("no_such_draft");
    const linkLetters = (draft.answers.linkLetters ?? 0) + 1;
    if (linkLetters > MAX_LETTERS) return refused("too_many_letters", { letters: MAX_LETTERS });
    const { token: authorToken } = newSecretToken();
    const was = { number: draft.filedNumber, proven: deriveToken("author", resume) };
    const found = await readdress(tx, community, was, { email, authorToken });
    if (!found) return refused("wrong_state");
    const subject = { subjectKind: "petition", subjectId: found.id };
    await recordAct(tx, community, { act: "petition.readdress", actorId: null, ...subject });
    const until = await gatheringEnd(tx, community, found.id);
    const { number, title, language, rules } = found;
    const needed = rules.firstSignatories;
    const letter = { number, language, origin, authorToken, needed, until, answers: { title, email } };
    await queueFilingLetter(tx, community, letter);
    await tx
      .update(petitionDraft)
      .set({ answers: { ...draft.answers, linkLetters } })
      .where(and(eq(petitionDraft.communityId, community.id), eq(petitionDraft.id, draft.id)));
    return done();
  });
}

async function readdress(
  tx: Transaction,
  community: Community,
  { number, proven }: { number: number; proven: string },
  { email, authorToken }: { email: string; authorToken: string },
) {
  const signed = tx
    .select({ one: sql`1` })
    .from(signature)
    .where(and(eq(signature.communityId, community.id), eq(signature.petitionId, petition.id)));
  const [found] = await tx
    .update(petition)
    .set({
      authorEmail: email,
      authorHash: hashSecretToken(authorToken),
      secondHash: hashSecretToken(deriveToken("second", authorToken)),
    })
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.number, number),
        eq(petition.state, "gathering"),
        // The mailbox of an account is proven: whoever only holds the link of the draft cannot take it over.
        ne(petition.authorHash, hashSecretToken(proven)),
        notExists(signed),
      ),
    )
    .returning({
      id: petition.id,
      number: petition.number,
      title: petition.title,
      language: petition.language,
      rules: petition.rules,
    });
  return found;
}

async function gatheringEnd(tx: Transaction, community: Community, petitionId: string): Promise<Date> {
  const [filed] = await tx
    .select({ dueAt: petitionEvent.dueAt })
    .from(petitionEvent)
    .where(
      and(
        eq(petitionEvent.communityId, community.id),
        eq(petitionEvent.petitionId, petitionId),
        eq(petitionEvent.step, "file"),
      ),
    );
  if (!filed?.dueAt) throw new Error("A petition that gathers signatures has no end of the gathering.");
  return filed.dueAt;
}
