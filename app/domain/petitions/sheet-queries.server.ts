import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { isId } from "~/shared/id";
import { person } from "~db/schema/identity";
import { sheetLine, signatureSheet } from "~db/schema/signature-checks";
import type { LineOutcome } from "./sheet";

const keyer = alias(person, "keyer");
const checker = alias(person, "checker");

export type ListedSheet = Awaited<ReturnType<typeof listSheets>>[number];

/** The sheets of a petition with what the checks said, the newest first; no names of signers. */
export async function listSheets(community: Community, petitionId: string) {
  const rows = await database().execute<{ id: string; outcome: LineOutcome | null; lines: number }>(sql`
    select l.sheet_id as id, l.outcome, count(*)::int as lines
    from sheet_line l
    join signature_sheet h on h.community_id = l.community_id and h.id = l.sheet_id
    where l.community_id = ${community.id}::uuid and h.petition_id = ${petitionId}::uuid
    group by 1, 2`);
  const sheets = await chosen().where(
    and(eq(signatureSheet.communityId, community.id), eq(signatureSheet.petitionId, petitionId)),
  );
  return sheets.map((sheet) => {
    const own = rows.filter(({ id }) => id === sheet.id);
    const outcomes = Object.fromEntries(
      own.flatMap(({ outcome, lines }) => (outcome ? [[outcome, lines]] : [])),
    );
    return {
      ...sheet,
      checked: sheet.checkedAt !== null,
      outcomes: outcomes as Partial<Record<LineOutcome, number>>,
      lines: own.reduce((sum, { lines }) => sum + lines, 0),
    };
  });
}

/** One sheet of a petition with its lines; null for any other id, also of another petition or community (S-2, S-5). */
export async function findSheet(community: Community, petitionId: string, id: string | undefined) {
  if (!isId(id ?? "")) return null;
  const [sheet] = await chosen().where(
    and(
      eq(signatureSheet.communityId, community.id),
      eq(signatureSheet.petitionId, petitionId),
      eq(signatureSheet.id, id ?? ""),
    ),
  );
  return sheet ? { ...sheet, lines: await listSheetLines(community, sheet.id) } : null;
}

export type SheetLine = Awaited<ReturnType<typeof listSheetLines>>[number];

export async function listSheetLines(community: Community, sheetId: string, from: Queryable = database()) {
  return await from
    .select({
      id: sheetLine.id,
      line: sheetLine.line,
      name: sheetLine.name,
      bornOn: sheetLine.bornOn,
      districtId: sheetLine.districtId,
      basis: sheetLine.basis,
      outcome: sheetLine.outcome,
    })
    .from(sheetLine)
    .where(and(eq(sheetLine.communityId, community.id), eq(sheetLine.sheetId, sheetId)))
    .orderBy(asc(sheetLine.line));
}

function chosen() {
  return database()
    .select({
      id: signatureSheet.id,
      batch: signatureSheet.batch,
      number: signatureSheet.number,
      keyedBy: signatureSheet.keyedBy,
      keyer: keyer.name,
      keyedAt: signatureSheet.createdAt,
      checker: checker.name,
      checkedAt: signatureSheet.checkedAt,
    })
    .from(signatureSheet)
    .leftJoin(
      keyer,
      and(eq(keyer.communityId, signatureSheet.communityId), eq(keyer.id, signatureSheet.keyedBy)),
    )
    .leftJoin(
      checker,
      and(eq(checker.communityId, signatureSheet.communityId), eq(checker.id, signatureSheet.checkedBy)),
    )
    .orderBy(desc(signatureSheet.createdAt), desc(signatureSheet.id))
    .$dynamic();
}
