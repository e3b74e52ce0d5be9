import { and, eq } from "drizzle-orm";
import { database, transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { refused } from "~/shared/outcome";
import { person as personTable } from "~db/schema/identity";
import { countAttempt } from "./attempt-limit.server";
import type { Sender } from "./letters";
import { type Device, openDoor, type SignedIn } from "./open-door.server";
import { type PasswordWeakness, passwordWeakness } from "./password";
import { hashPassword, verifyPassword } from "./password-hash.server";
import { personalWords } from "./personal-words";
import { setPassword } from "./set-password.server";
import type { Person } from "./viewer";

type Refusal = "wrong_password" | "busy" | "too_many" | `password_${PasswordWeakness}`;

const PER_PERSON = { most: 10, minutes: 15 };

/** Changes the password of a signed-in person who proves the old one; all sessions end and this one begins anew. */
export async function changePassword(
  sender: Sender,
  person: Person,
  passwords: { currentPassword: string; password: string },
  device: Device,
): Promise<Outcome<SignedIn, Refusal>> {
  const { community } = sender;
  const weakness = passwordWeakness(passwords.password, personalWords(person, community));
  if (weakness) return refused(`password_${weakness}`);
  const counted = await countAttempt(community, PER_PERSON, "change-password", person.id);
  if (!counted.done) return counted;
  const [row] = await database()
    .select({ passwordHash: personTable.passwordHash })
    .from(personTable)
    .where(and(eq(personTable.communityId, community.id), eq(personTable.id, person.id)));
  const verified = await verifyPassword(row?.passwordHash ?? null, passwords.currentPassword);
  if (!verified.done) return verified;
  if (!verified.value) return refused("wrong_password");
  const hashed = await hashPassword(passwords.password);
  if (!hashed.done) return hashed;
  await transaction((tx) => setPassword(tx, sender, person.id, hashed.value));
  const opened = await openDoor(community, person.id, device);
  return opened.done ? opened : refused("wrong_password");
}
