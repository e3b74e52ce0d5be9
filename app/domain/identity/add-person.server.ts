import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { person, roleMembership } from "~db/schema/identity";
import { canonicalEmail } from "./email";
import { hashPassword } from "./password-hash.server";
import { type Home, replaceResidence } from "./replace-residence.server";
import type { Role } from "./viewer";

export type NewPerson = {
  name: string;
  email: string;
  password: string;
  language: Locale;
  bornOn?: string | null;
  home?: Home | null;
  roles?: readonly Role[];
};

/**
 * Adds a confirmed person without a letter: the first administrator of an install, or invented people of a
 * demonstration. Returns the id.
 * @throws {Error} when the address has an account already or too many passwords are being hashed
 */
export async function addPerson(community: Community, input: NewPerson): Promise<string> {
  const hashed = await hashPassword(input.password);
  if (!hashed.done) throw new Error("Too many passwords are being hashed at this moment: try again.");
  const { name, email, language, bornOn = null, home = null, roles = [] } = input;
  const id = newId();
  await transaction(async (tx) => {
    await tx.insert(person).values({
      communityId: community.id,
      id,
      name,
      email,
      canonicalEmail: canonicalEmail(email),
      passwordHash: hashed.value,
      language,
      bornOn,
      confirmedAt: sql`clock_timestamp()`,
    });
    await replaceResidence(tx, community, id, home);
    for (const role of roles) {
      await tx.insert(roleMembership).values({ communityId: community.id, id: newId(), personId: id, role });
    }
  });
  return id;
}
