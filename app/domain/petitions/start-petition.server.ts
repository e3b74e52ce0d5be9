import type { Community } from "~/domain/communities/community";
import { type AttemptRule, countAttempt } from "~/domain/identity/attempt-limit.server";
import type { Locale } from "~/i18n/locales";
import { transaction } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { newId } from "~/shared/id";
import { done, type Outcome } from "~/shared/outcome";
import { petitionDraft } from "~db/schema/petitions";

/** A library shares one address, and nobody there should wait; a script that fills the table should (S-53). */
const PER_ADDRESS: AttemptRule = { most: 60, minutes: 60 };

type NewDraft = {
  language: Locale;
  /** Where the request comes from; none for acts that no visitor asked for. */
  clientAddress?: string | undefined;
};

/** Begins a draft. The answer holds the token of the resume link; only its hash is stored. */
export async function startPetition(
  community: Community,
  { language, clientAddress }: NewDraft,
): Promise<Outcome<{ resume: string }, "too_many">> {
  if (clientAddress !== undefined) {
    const counted = await countAttempt(community, PER_ADDRESS, "petition-draft", clientAddress);
    if (!counted.done) return counted;
  }
  const { token, hash } = newSecretToken();
  await transaction((tx) =>
    tx
      .insert(petitionDraft)
      .values({ communityId: community.id, id: newId(), resumeHash: hash, answers: { language } }),
  );
  return done({ resume: token });
}
