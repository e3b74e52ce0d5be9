import { sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { matchSuspicion } from "./match-suspicion.server";
import type { SignatureChannel } from "./signature";

export type NamedSuspect = {
  name: string;
  channel: SignatureChannel;
  districtId: string | null;
  signedAt: string;
  counts: boolean;
};

/** Enough to judge by; nobody reads more of a large batch one by one. */
const MOST = 200;

/** The first signers that a quarantine marks, by time. With names, so it is on record who opened them. */
export async function readSuspects(
  community: Community,
  moderator: Moderator,
  quarantineId: string,
): Promise<NamedSuspect[]> {
  return await transaction(async (tx) => {
    await recordAct(tx, community, {
      act: "quarantine.read_names",
      actorId: moderator.id,
      subjectKind: "quarantine",
      subjectId: quarantineId,
    });
    const rows = await tx.execute<NamedSuspect>(sql`
      select s.name, s.channel, s.district_id as "districtId", s.signed_at as "signedAt",
        coalesce((select max(a.number) from signature_annulment a
          where a.community_id = s.community_id and a.petition_id = s.petition_id
            and a.signer_key = s.signer_key), 0) % 2 = 0 as counts
      from quarantine q
      join signature s on s.community_id = q.community_id and s.petition_id = q.petition_id
      join petition p on p.community_id = q.community_id and p.id = q.petition_id and p.wiped_at is null
      where q.community_id = ${community.id}::uuid and q.id = ${quarantineId}::uuid
        and ${matchSuspicion(sql`q.criteria`)}
      order by s.signed_at, s.signer_key limit ${MOST}`);
    return [...rows];
  });
}
