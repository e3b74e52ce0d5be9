import { and, eq } from "drizzle-orm";
import { database, transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { refused } from "~/shared/outcome";
import { mailLink, person } from "~db/schema/identity";
import type { Sender } from "./letters";
import { isLink, spendMailLink } from "./mail-link.server";
import { type Device, openDoor, type SignedIn } from "./open-door.server";
import { type PasswordWeakness, passwordWeakness } from "./password";
import { hashPassword } from "./password-hash.server";
import { personalWords } from "./personal-words";
import { setPassword } from "./set-password.server";

type Refusal = "over" | "busy" | `password_${PasswordWeakness}`;

/**
 * Sets a new password by the link of a letter and signs the person in. A password that is too weak leaves the
 * link unused. The letter also proves the address, so a sign-up that waited for that is confirmed.
 */
export async function resetPassword(
  sender: Sender,
  token: string,
  password: string,
  device: Device,
): Promise<Outcome<SignedIn, Refusal>> {
  const { community } = sender;
  const owner = await findOwner(sender, token);
  if (!owner) return refused("over");
  const weakness = passwordWeakness(password, personalWords(owner, community));
  if (weakness) return refused(`password_${weakness}`);
  const hashed = await hashPassword(password);
  if (!hashed.done) return hashed;
  const personId = await transaction(async (tx) => {
    const spent = await spendMailLink(tx, community, token, "reset");
    return spent && (await setPassword(tx, sender, spent, hashed.value)) ? spent : null;
  });
  if (!personId) return refused("over");
  const opened = await openDoor(community, personId, device);
  return opened.done ? opened : refused("over");
}

async function findOwner({ community }: Sender, token: string) {
  const [row] = await database()
    .select({ name: person.name, email: person.email })
    .from(mailLink)
    .innerJoin(person, and(eq(person.communityId, mailLink.communityId), eq(person.id, mailLink.personId)))
    .where(isLink(community, token, "reset"));
  return row;
}
