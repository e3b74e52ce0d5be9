import { desc, eq } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionRules } from "~db/schema/petitions";
import { type PetitionRules, ruleFaults } from "./petition-rules";
import { rulesValues } from "./rules-form";

export type RulesChange = {
  /** Version the administrator looked at; 0 is the preset nobody has confirmed. */
  version: number;
  rules: PetitionRules;
};

/**
 * Saves the rules of petitions as a new version: petitions opened from now on go by it, open ones keep theirs. Of
 * two administrators who looked at the same version the key lets one save (F-20).
 */
export async function changePetitionRules(
  community: Community,
  administrator: Administrator,
  { version, rules }: RulesChange,
): Promise<Outcome<{ version: number }, "changed_meanwhile" | "faulty" | "nothing_changed">> {
  if (ruleFaults(rules).length > 0) return refused("faulty");
  return await transaction(async (tx) => {
    const [newest] = await tx
      .select({ version: petitionRules.version, rules: petitionRules.rules })
      .from(petitionRules)
      .where(eq(petitionRules.communityId, community.id))
      .orderBy(desc(petitionRules.version))
      .limit(1);
    if ((newest?.version ?? 0) !== version) return refused("changed_meanwhile");
    if (newest && isSame(newest.rules, rules)) return refused("nothing_changed");
    const [saved] = await tx
      .insert(petitionRules)
      .values({ communityId: community.id, version: version + 1, rules, madeBy: administrator.id })
      .onConflictDoNothing()
      .returning({ version: petitionRules.version });
    if (!saved) return refused("changed_meanwhile");
    await recordAct(tx, community, {
      act: "petition_rules.change",
      actorId: administrator.id,
      subjectKind: "community",
      subjectId: community.id,
      details: { version: saved.version },
    });
    return done(saved);
  });
}

function isSame(left: PetitionRules, right: PetitionRules): boolean {
  return JSON.stringify(rulesValues(left)) === JSON.stringify(rulesValues(right));
}
