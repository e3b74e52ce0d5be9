import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { showWallTime } from "~/domain/communities/wall-time";
import type { Sender } from "~/domain/identity/letters";
import type { Clerk } from "~/domain/identity/viewer";
import { now } from "~/platform/clock.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { signatureSheet } from "~db/schema/signature-checks";
import { acceptLines } from "./accept-lines.server";
import type { FoundPetition } from "./petition-queries.server";
import { secondPetition } from "./second-petition.server";
import type { LineOutcome } from "./sheet";
import { listSheetLines, type SheetLine } from "./sheet-queries.server";
import { decideSigning } from "./signature";
import { findSignedPeople } from "./signed-person-queries.server";

type Check = { petition: FoundPetition; sheetId: string; outcomes: ReadonlyMap<number, LineOutcome> };
type Refusal =
  | "own_sheet"
  | "checked_before"
  | "closed"
  | "line_missing"
  | "line_cannot_count"
  | "line_signed_before";

/**
 * The word of the second person on every line of a sheet (S-10); accepted lines become signatures with it. Whoever
 * keyed the sheet cannot check it, and of two who check at once one does, decided in the statement (S-11).
 */
export async function checkSheet(
  { community, origin }: Sender,
  clerk: Clerk,
  { petition, sheetId, outcomes }: Check,
): Promise<Outcome<undefined, Refusal>> {
  const checked = await transaction(async (tx) => {
    const lines = await listSheetLines(community, sheetId, tx);
    const accepted = lines.filter(({ line }) => outcomes.get(line) === "accepted");
    const fault = await lineFault(tx, community, petition, { lines, accepted, outcomes });
    if (fault) return fault;
    if (accepted.length > 0 && !(await isOpen(tx, community, petition.id))) return refused("closed");
    if (!(await claim(tx, community, clerk, sheetId)))
      return refused(await whyNot(tx, community, clerk, sheetId));
    const written =
      accepted.length > 0 ? await acceptLines(tx, community, petition, accepted) : new Set<string>();
    await writeOutcomes(tx, community, { lines, outcomes, written });
    await recordAct(tx, community, {
      act: "sheet.check",
      actorId: clerk.id,
      subjectKind: "signature_sheet",
      subjectId: sheetId,
      details: { petitionId: petition.id, lines: lines.length, accepted: written.size },
    });
    return done();
  });
  if (checked.done && petition.state === "gathering") await secondPetition(community, petition.id, origin);
  return checked;
}

type Judged = { lines: readonly SheetLine[]; outcomes: ReadonlyMap<number, LineOutcome> };

/** What is wrong with the word on a line: it is missing, or a line cannot count that was accepted. */
async function lineFault(
  tx: Transaction,
  community: Community,
  petition: FoundPetition,
  { lines, outcomes, accepted }: Judged & { accepted: readonly SheetLine[] },
) {
  const missing = lines.find(({ line }) => !outcomes.has(line));
  if (missing) return refused("line_missing", { line: missing.line });
  const today = showWallTime(now(), community.zone).slice(0, 10);
  const unfit = accepted.find(
    ({ name, bornOn, basis }) =>
      name === "" ||
      bornOn === "" ||
      !decideSigning(petition.rules, { bornOn, residence: { basis } }, today).done,
  );
  if (unfit) return refused("line_cannot_count", { line: unfit.line });
  const [signed] = await findSignedPeople(community, petition.id, accepted, tx);
  const before = signed === undefined ? undefined : accepted[signed];
  return before ? refused("line_signed_before", { line: before.line }) : null;
}

/** By the database's clock, and held until the signatures are written: whoever closes the petition waits (SC-8). */
async function isOpen(tx: Transaction, community: Community, petitionId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select p.id from petition p
    where p.community_id = ${community.id}::uuid and p.id = ${petitionId}::uuid and (p.state = 'gathering'
      or (p.state = 'open' and p.closed_at is null and p.closes_at > clock_timestamp()))
    for share of p`);
  return rows.length > 0;
}

async function claim(tx: Transaction, community: Community, clerk: Clerk, sheetId: string): Promise<boolean> {
  const claimed = await tx
    .update(signatureSheet)
    .set({ checkedBy: clerk.id, checkedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(signatureSheet.communityId, community.id),
        eq(signatureSheet.id, sheetId),
        isNull(signatureSheet.checkedBy),
        ne(signatureSheet.keyedBy, clerk.id),
      ),
    )
    .returning({ id: signatureSheet.id });
  return claimed.length > 0;
}

async function whyNot(tx: Transaction, community: Community, clerk: Clerk, sheetId: string) {
  const [found] = await tx
    .select({ keyedBy: signatureSheet.keyedBy })
    .from(signatureSheet)
    .where(and(eq(signatureSheet.communityId, community.id), eq(signatureSheet.id, sheetId)));
  return found?.keyedBy === clerk.id ? "own_sheet" : "checked_before";
}

/** An accepted line that became no signature stood for somebody who has one: it is counted among the doubled. */
async function writeOutcomes(
  tx: Transaction,
  community: Community,
  { lines, outcomes, written }: Judged & { written: ReadonlySet<string> },
): Promise<void> {
  const rows = lines.map(({ id, line }) => {
    const said = outcomes.get(line);
    return { id, outcome: said === "accepted" && !written.has(id) ? "twice" : said };
  });
  await tx.execute(sql`
    update sheet_line l set outcome = g.outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, outcome text)
    where l.community_id = ${community.id}::uuid and l.id = g.id`);
}
