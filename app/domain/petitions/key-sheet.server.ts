import { and, eq, inArray, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { district } from "~db/schema/communities";
import { sheetLine, signatureSheet } from "~db/schema/signature-checks";
import type { KeyedLine } from "./sheet";

type Keyed = { petitionId: string; batch: string; number: number; lines: readonly KeyedLine[] };

/** Keeps a paper sheet as the first person read it. Nothing counts before a second one has checked it (S-10). */
export async function keySheet(
  community: Community,
  clerk: Clerk,
  { petitionId, batch, number, lines }: Keyed,
): Promise<Outcome<{ id: string }, "keyed_before" | "no_lines" | "no_such_district">> {
  if (lines.length === 0) return refused("no_lines");
  return await transaction(async (tx) => {
    if (!(await knowsDistricts(tx, community, lines))) return refused("no_such_district");
    const id = newId();
    const [added] = await tx
      .insert(signatureSheet)
      .values({ communityId: community.id, id, petitionId, batch, number, keyedBy: clerk.id })
      .onConflictDoNothing()
      .returning({ id: signatureSheet.id });
    if (!added) return refused("keyed_before");
    await tx
      .insert(sheetLine)
      .values(lines.map((line) => ({ communityId: community.id, id: newId(), sheetId: id, ...line })));
    await recordAct(tx, community, {
      act: "sheet.key",
      actorId: clerk.id,
      subjectKind: "signature_sheet",
      subjectId: id,
      details: { petitionId, lines: lines.length },
    });
    return done({ id });
  });
}

async function knowsDistricts(
  tx: Transaction,
  community: Community,
  lines: readonly KeyedLine[],
): Promise<boolean> {
  const named = [...new Set(lines.flatMap(({ districtId }) => districtId ?? []))];
  if (named.length === 0) return true;
  const [row] = await tx
    .select({ known: sql<number>`count(*)::int` })
    .from(district)
    .where(and(eq(district.communityId, community.id), inArray(district.id, named)));
  return row?.known === named.length;
}
