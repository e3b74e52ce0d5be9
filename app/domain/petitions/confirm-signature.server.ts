import type { Sender } from "~/domain/identity/letters";
import { done, type Outcome, refused } from "~/shared/outcome";
import { settleAsking } from "./settle-asking.server";
import type { Asking } from "./signing-queries.server";
import { writeSignature } from "./write-signature.server";

/**
 * The button behind a mail link. It may be pressed again, at once or later: nothing is used up, so a lost answer or
 * a scanner costs nobody their signature (R-12, S-25).
 */
export async function confirmSignature(
  { community, origin }: Sender,
  asking: Asking,
): Promise<Outcome<"added" | "again" | "put_back", "over" | "closed">> {
  const { petition, signerKey, email, language } = asking;
  if (asking.isOver) return refused("over");
  if (petition.hiddenAt) return refused("closed");
  const follower = asking.wantsNews ? { email, language } : null;
  const written = await writeSignature(
    { community, origin, state: petition.state, follower },
    {
      petitionId: petition.id,
      signerKey,
      channel: "mail",
      name: asking.name,
      showName: asking.showName,
      districtId: asking.districtId,
      basis: asking.basis,
      personId: null,
      assistedBy: null,
      sheetLineId: null,
      addressHash: asking.addressHash,
      networkHash: asking.networkHash,
    },
  );
  if (written === "closed") return refused("closed");
  if (!asking.isConfirmed) await settleAsking(community, asking);
  return done(written);
}
