import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { termEnd, type WorkCalendar } from "~/domain/communities/working-days";
import type { PetitionState, PetitionStep, RefusalGround } from "~/domain/petitions/petition";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { petitionEvent } from "../schema/petitions";
import { thresholdFact } from "../schema/signatures";
import { daysAgo, type Written } from "./petition-seed.server";

type Step = {
  step: PetitionStep;
  state: PetitionState;
  at: Date;
  dueAt?: Date;
  ground?: RefusalGround | undefined;
  note?: string | undefined;
};

/** The dated facts of a petition's way to where it is. */
export async function seedSteps(
  tx: Transaction,
  community: Community,
  written: Written,
  calendar: WorkCalendar,
): Promise<void> {
  const reached = await findReached(tx, community, written);
  const due = (from: Date, term: Written["rules"]["gathering"]) =>
    termEnd(from, term, community.zone, calendar);
  const steps: Step[] = [...firstSteps(written, due), ...laterSteps(written)];
  for (const { place, at } of reached) {
    const threshold = written.rules.thresholds[place];
    if (!threshold) continue;
    const dueAt = due(at, threshold.term);
    await tx.insert(thresholdFact).values({
      communityId: community.id,
      petitionId: written.id,
      threshold: place,
      signatures: threshold.signatures,
      reachedAt: at,
      dueAt,
    });
    steps.push({ step: "reach_threshold", state: "open", at, dueAt });
  }
  await tx.insert(petitionEvent).values(
    steps.map(({ at, ...step }) => ({
      ...step,
      communityId: community.id,
      id: newId(),
      petitionId: written.id,
      createdAt: at,
    })),
  );
}

type Due = (from: Date, term: Written["rules"]["gathering"]) => Date;

function firstSteps({ seeded, rules, openedAt }: Written, due: Due): Step[] {
  const filedAt = daysAgo(seeded.filed);
  const filed: Step = { step: "file", state: "gathering", at: filedAt, dueAt: due(filedAt, rules.gathering) };
  if (seeded.state === "gathering") return [filed];
  const secondAt = seeded.state === "moderation" ? daysAgo(1) : new Date(filedAt.getTime() + 4 * 86_400_000);
  const second: Step = {
    step: "second",
    state: "moderation",
    at: secondAt,
    dueAt: due(secondAt, rules.moderation),
  };
  if (seeded.state === "moderation") return [filed, second];
  if (openedAt) return [filed, second, { step: "open", state: "open", at: openedAt }];
  const refused: Step = {
    step: "refuse",
    state: "refused",
    at: new Date(secondAt.getTime() + 86_400_000),
    ground: seeded.ground as RefusalGround,
    note: seeded.note,
  };
  return [filed, second, refused];
}

function laterSteps({ seeded, end }: Written): Step[] {
  if (seeded.state !== "closed") return [];
  const closed: Step = { step: "close", state: "closed", at: end };
  const appeal: Step = { step: "become_appeal", state: "closed", at: new Date(end.getTime() + 1_000) };
  return seeded.appeal ? [closed, appeal] : [closed];
}

/** The instant of the signature that was the last one needed; those taken back do not count. */
async function findReached(tx: Transaction, community: Community, { id, rules, openedAt }: Written) {
  if (!openedAt) return [];
  const reached: { place: number; at: Date }[] = [];
  for (const [place, { signatures }] of rules.thresholds.entries()) {
    const [row] = await tx.execute<{ at: string }>(sql`
      select s.signed_at::text as at from signature s
      where s.community_id = ${community.id}::uuid and s.petition_id = ${id}::uuid
        and not exists (select from signature_annulment a where a.community_id = s.community_id
          and a.petition_id = s.petition_id and a.signer_key = s.signer_key)
      order by s.signed_at offset ${signatures - 1} limit 1`);
    if (row) reached.push({ place, at: new Date(row.at) });
  }
  return reached;
}
