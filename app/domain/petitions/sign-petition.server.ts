import { showWallTime } from "~/domain/communities/wall-time";
import type { Sender } from "~/domain/identity/letters";
import type { Resident } from "~/domain/identity/viewer";
import { now } from "~/platform/clock.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { decideSigning, type SigningRefusal } from "./signature";
import { signerKey } from "./signer-key.server";
import { showsName } from "./signing-form";
import { signingOrigin } from "./signing-origin.server";
import type { PetitionToSign } from "./signing-queries.server";
import { writeSignature } from "./write-signature.server";

type Given = {
  petition: PetitionToSign;
  choices: { showName: boolean; news: boolean };
  clientAddress: string;
};

/**
 * A resident signs with an account. No limit counts these: accounts are limited when they are made, and one library
 * may have many readers. Age is judged on today's date in the community's zone.
 */
export async function signPetition(
  { community, origin }: Sender,
  resident: Resident,
  { petition, choices, clientAddress }: Given,
): Promise<Outcome<"added" | "again" | "put_back", SigningRefusal | "closed">> {
  if (petition.hiddenAt) return refused("closed");
  const today = showWallTime(now(), community.zone).slice(0, 10);
  const decided = decideSigning(petition.rules, resident, today);
  if (!decided.done) return decided;
  const { email, language, residence } = resident;
  const follower = choices.news ? { email, language } : null;
  const written = await writeSignature(
    { community, origin, state: petition.state, follower },
    {
      petitionId: petition.id,
      signerKey: signerKey(community, email),
      channel: "account",
      name: resident.name,
      showName: showsName(petition.rules, choices.showName),
      districtId: residence.districtId,
      basis: residence.basis,
      personId: resident.id,
      assistedBy: null,
      sheetLineId: null,
      ...signingOrigin(community, clientAddress),
    },
  );
  return written === "closed" ? refused("closed") : done(written);
}
