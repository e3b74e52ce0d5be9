import { and, desc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { person } from "~db/schema/identity";
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

/** Every version the community has saved, newest first, with who saved it. */
export async function listRuleVersions(community: Community) {
  return await database()
    .select({
      version: petitionRules.version,
      rules: petitionRules.rules,
      at: petitionRules.createdAt,
      by: person.name,
    })
    .from(petitionRules)
    .leftJoin(
      person,
      and(eq(person.communityId, petitionRules.communityId), eq(person.id, petitionRules.madeBy)),
    )
    .where(eq(petitionRules.communityId, community.id))
    .orderBy(desc(petitionRules.version));
}
