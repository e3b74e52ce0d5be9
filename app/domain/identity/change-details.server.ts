import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { database } from "~/platform/database.server";
import { person as personTable } from "~db/schema/identity";
import type { Person } from "./viewer";

export type Details = { name: string; language: Locale; bornOn: string | null };

/** A person corrects the name others see, the language of letters and the date of birth. */
export async function changeDetails(community: Community, person: Person, details: Details): Promise<void> {
  const { name, language, bornOn } = details;
  await database()
    .update(personTable)
    .set({ name, language, bornOn })
    .where(and(eq(personTable.communityId, community.id), eq(personTable.id, person.id)));
}
