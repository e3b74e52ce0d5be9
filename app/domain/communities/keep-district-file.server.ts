import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { districtImport } from "~db/schema/communities";
import type { Community } from "./community";
import type { DistrictFeature } from "./district-file";

export type KeptFile = { fileName: string; text: string; features: DistrictFeature[] };

/** Keeps a checked file until its report is read and applied; files that nobody applied go after a day. */
export async function keepDistrictFile(
  community: Community,
  administratorId: string,
  { fileName, text, features }: KeptFile,
): Promise<string> {
  const id = newId();
  await transaction(async (tx) => {
    await tx
      .delete(districtImport)
      .where(
        and(
          eq(districtImport.communityId, community.id),
          sql`${districtImport.appliedAt} is null and ${districtImport.createdAt} < now() - interval '1 day'`,
        ),
      );
    const sha256 = createHash("sha256").update(text).digest("hex");
    await tx
      .insert(districtImport)
      .values({ communityId: community.id, id, fileName, sha256, features, madeBy: administratorId });
  });
  return id;
}
