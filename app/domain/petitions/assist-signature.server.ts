import { sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { showWallTime } from "~/domain/communities/wall-time";
import { countAttempt } from "~/domain/identity/attempt-limit.server";
import type { Sender } from "~/domain/identity/letters";
import type { Consultant } from "~/domain/identity/viewer";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { pendingSignature } from "~db/schema/signatures";
import type { NewSignature } from "./add-signatures.server";
import type { AssistInput } from "./assist-form";
import { assistedLetter } from "./assisted-letter";
import { personKey } from "./person-key.server";
import { decideSigning, type SigningRefusal } from "./signature";
import { findSignedPeople } from "./signed-person-queries.server";
import { signerKey } from "./signer-key.server";
import { showsName } from "./signing-form";
import { signingOrigin } from "./signing-origin.server";
import type { PetitionToSign } from "./signing-queries.server";
import { writeSignature } from "./write-signature.server";

type Given = { petition: PetitionToSign; input: AssistInput; clientAddress: string };
type Refusal = SigningRefusal | "closed" | "too_many" | "signed_before" | "no_such_district";

/** More than a busy desk can serve in an hour: each takes a spoken consent. */
const DESK_LIMIT = { most: 40, minutes: 60 };

/**
 * A consultant signs for a resident who is present and has consented. Once per person: by name and birth date,
 * or by the mailbox where there is one, which is also told and can take the signature back.
 */
export async function assistSignature(
  sender: Sender,
  consultant: Consultant,
  { petition, input, clientAddress }: Given,
): Promise<Outcome<undefined, Refusal>> {
  const { community } = sender;
  if (petition.hiddenAt) return refused("closed");
  const today = showWallTime(now(), community.zone).slice(0, 10);
  const decided = decideSigning(petition.rules, { bornOn: input.bornOn, residence: input }, today);
  if (!decided.done) return decided;
  const districts = await listDistricts(community);
  if (input.district !== "" && !districts.some(({ id }) => id === input.district))
    return refused("no_such_district");
  const allowed = await countAttempt(community, DESK_LIMIT, "assist-signature", consultant.id);
  if (!allowed.done) return allowed;
  const signed = await findSignedPeople(community, petition.id, [input]);
  if (signed.size > 0) return refused("signed_before");
  const one = { ...signatureOf(sender, petition, input), assistedBy: consultant.id };
  const origin = signingOrigin(community, clientAddress);
  const written = await writeSignature(
    { ...sender, state: petition.state, follower: null },
    { ...one, ...origin },
  );
  if (written === "closed") return refused("closed");
  await settle(sender, consultant, { petition, input, one: { ...one, ...origin } });
  return written === "again" ? refused("signed_before") : done();
}

function signatureOf(
  { community }: Sender,
  petition: PetitionToSign,
  input: AssistInput,
): Omit<NewSignature, "addressHash" | "networkHash" | "assistedBy"> {
  return {
    petitionId: petition.id,
    signerKey: input.email ? signerKey(community, input.email) : personKey(community, petition.id, input).key,
    channel: "assisted",
    name: input.name,
    showName: showsName(petition.rules, input.showName),
    districtId: input.district || null,
    basis: input.basis,
    personId: null,
    sheetLineId: null,
  };
}

/**
 * Notes the person beside the mailbox, so that neither signs again, with the letter that tells them; once, also when
 * the first try broke off behind the signature. A signature without a mailbox is known by the person's own key.
 */
async function settle(
  { community, origin }: Sender,
  consultant: Consultant,
  { petition, input, one }: Pick<Given, "petition" | "input"> & { one: NewSignature },
): Promise<void> {
  const { token } = personKey(community, petition.id, input);
  const { email, language } = input;
  await transaction(async (tx) => {
    const noted =
      email === "" ||
      (
        await tx
          .insert(pendingSignature)
          .values({
            ...one,
            communityId: community.id,
            tokenHash: hashSecretToken(token),
            email,
            language,
            wantsNews: false,
            expiresAt: sql`coalesce(${petition.closesAt?.toISOString() ?? null}::timestamptz, clock_timestamp())
              + interval '30 days'`,
            confirmedAt: sql`clock_timestamp()`,
          })
          .onConflictDoNothing()
          .returning({ tokenHash: pendingSignature.tokenHash })
      ).length > 0;
    if (!noted) return;
    if (email !== "")
      await queueMail(tx, community, {
        recipient: email,
        language,
        ...assistedLetter({ community, origin }, language, { ...petition, token }),
      });
    await recordAct(tx, community, {
      act: "signature.assist",
      actorId: consultant.id,
      subjectKind: "petition",
      subjectId: petition.id,
      details: { told: email !== "" },
    });
  });
}
