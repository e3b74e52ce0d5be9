import { sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { community } from "~db/schema/communities";
import type { Community } from "./community";
import type { NewCommunity } from "./community-form";

/**
 * Founds a community. A demonstration community (`demo`) is marked for good: its people are invented, its
 * clock may be moved. It answers on its own host name within seconds.
 */
export async function createCommunity(
  given: NewCommunity,
  { demo = false }: { demo?: boolean } = {},
): Promise<Outcome<Community, "name_taken">> {
  return await transaction(async (tx) => {
    const id = newId();
    const [stored] = await tx
      .insert(community)
      .values({ ...given, id, demo: demo ? sql`clock_timestamp()` : null })
      .onConflictDoNothing()
      .returning({ id: community.id });
    if (!stored) return refused("name_taken");
    const { slug, name, zone, currency, languages } = given;
    const founded: Community = { id, slug, name, zone, currency, languages, brandColour: null, demo };
    await recordAct(tx, founded, {
      act: "community.create",
      actorId: null,
      subjectKind: "community",
      subjectId: id,
    });
    return done(founded);
  });
}
