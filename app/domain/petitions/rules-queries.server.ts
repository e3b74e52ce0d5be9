import { desc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { petitionRules } from "~db/schema/petitions";
import type { PetitionRules } from "./petition-rules";
import { presetRules } from "./rule-presets";

export type CurrentRules = {
  /** 0 until the community has confirmed its own: then the preset for a Ukrainian community is in force. */
  version: number;
  rules: PetitionRules;
};

/** The parameters that a petition filed now is judged by. */
export async function findPetitionRules(
  community: Community,
  from: Queryable = database(),
): Promise<CurrentRules> {
  const [newest] = await from
    .select({ version: petitionRules.version, rules: petitionRules.rules })
    .from(petitionRules)
    .where(eq(petitionRules.communityId, community.id))
    .orderBy(desc(petitionRules.version))
    .limit(1);
  return newest ?? { version: 0, rules: presetRules("ukrainian_community") };
}
