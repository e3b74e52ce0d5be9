import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { community } from "~db/schema/communities";

/** A bare community; the first one of a test answers on the server's own address. */
export async function plantCommunity(slug: string): Promise<Community> {
  const row = {
    id: newId(),
    slug,
    name: { uk: `Громада ${slug}`, ru: `Община ${slug}`, en: `Community ${slug}` },
    zone: "Europe/Kyiv",
    currency: "UAH",
    languages: ["uk", "ru", "en"] as Community["languages"],
  };
  await database().insert(community).values(row);
  return { ...row, brandColour: null, demo: false };
}
