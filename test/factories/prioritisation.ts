import { and, eq, inArray, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import type { Administrator, Moderator, Person, Role } from "~/domain/identity/viewer";
import { changeRound } from "~/domain/prioritisation/change-round.server";
import { createRound } from "~/domain/prioritisation/create-round.server";
import { publishRound } from "~/domain/prioritisation/publish-round.server";
import { STAGE_KINDS, type Stage } from "~/domain/prioritisation/round";
import { findAnyRound } from "~/domain/prioritisation/round-queries.server";
import type { RoundRecord } from "~/domain/prioritisation/round-record";
import type { RoundSetup } from "~/domain/prioritisation/round-setup";
import type { ScreeningCard } from "~/domain/prioritisation/screening-card";
import { database } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { person } from "~db/schema/identity";
import { roundStage } from "~db/schema/prioritisation";
import { plainRules } from "./voting";

let planted = 0;
const inAll = (text: string): LocalText => ({ uk: text, ru: text, en: text });

/** The brands of both stand for what identity has checked. */
export async function plantAdministrator(community: Community): Promise<Administrator> {
  return (await plantStaff(community, "administrator")) as Administrator;
}

export async function plantModerator(community: Community): Promise<Moderator> {
  return (await plantStaff(community, "moderator")) as Moderator;
}

async function plantStaff(community: Community, role: Role): Promise<Person> {
  planted += 1;
  const id = newId();
  const email = `staff${planted}@example.org`;
  const row = { id, name: `Працівниця ${planted}`, email, language: "uk" as const };
  await database()
    .insert(person)
    .values({
      ...row,
      communityId: community.id,
      canonicalEmail: email,
      passwordHash: "-",
      confirmedAt: new Date(),
    });
  return { kind: "person", ...row, bornOn: null, roles: [role], residence: null };
}

/** Stages that begin the given number of hours from now, one after the other, each two hours long. */
export function stagesFrom(hours: number): Stage[] {
  const start = Date.now() + hours * 3_600_000;
  return STAGE_KINDS.map((kind, index) => ({
    kind,
    opensAt: new Date(start + index * 7_200_000),
    closesAt: new Date(start + (index + 1) * 7_200_000),
  }));
}

const twoCriteria: RoundSetup["criteria"] = [
  { question: inAll("Чи має громада право це робити?"), rule: inAll("Положення, пункт 3.1") },
  { question: inAll("Чи доступне це всім?"), rule: inAll("Положення, пункт 3.2") },
];

/** A draft of which everything is decided: submission is open, the vote begins in three hours. */
export async function plantDraftRound(
  community: Community,
  administrator: Administrator,
  patch: Partial<RoundSetup> = {},
): Promise<RoundRecord> {
  planted += 1;
  const slug = `planted-${planted}`;
  const text = inAll(`Бюджет участі ${planted}`);
  const created = await createRound(community, administrator, { slug, title: text, summary: text });
  if (!created.done) throw new Error(created.reason);
  const setup: Partial<RoundSetup> = {
    rules: plainRules,
    stages: stagesFrom(-1),
    envelopes: [{ districtId: null, amount: 100_000_000 }],
    criteria: twoCriteria,
    ...patch,
  };
  const changed = await changeRound(community, administrator, {
    roundId: created.value.id,
    version: 1,
    patch: setup,
    reason: "",
  });
  if (!changed.done) throw new Error(changed.reason);
  return await reread(community, slug);
}

export async function plantRound(
  community: Community,
  administrator: Administrator,
  patch: Partial<RoundSetup> = {},
) {
  const { id, slug, rulesVersion } = await plantDraftRound(community, administrator, patch);
  const published = await publishRound(community, administrator, { roundId: id, version: rulesVersion });
  if (!published.done) throw new Error(published.reason);
  return await reread(community, slug);
}

export async function reread(community: Community, slug: string): Promise<RoundRecord> {
  const found = await findAnyRound(community, slug);
  if (!found) throw new Error("The round was not found.");
  return found;
}

/** Moves the start of the vote, and the stages before it, into the past by the database's clock. */
export async function beginVoting(community: Community, roundId: string): Promise<void> {
  const own = and(eq(roundStage.communityId, community.id), eq(roundStage.roundId, roundId));
  await database()
    .update(roundStage)
    .set({
      opensAt: sql`clock_timestamp() - interval '3 hours'`,
      closesAt: sql`clock_timestamp() - interval '2 hours'`,
    })
    .where(and(own, inArray(roundStage.kind, ["submission", "screening"])));
  await database()
    .update(roundStage)
    .set({ opensAt: sql`clock_timestamp() - interval '1 second'` })
    .where(and(own, eq(roundStage.kind, "voting")));
}

/** A card that admits for 1,200 in whole units of money, with every criterion of the round met. */
export function admission({ criteria }: RoundRecord): ScreeningCard {
  return {
    outcome: "admitted",
    lines: criteria.map(({ id }) => ({ criterionId: id, verdict: "met", note: "" })),
    reason: null,
    note: "",
    estimate: { amount: 120_000, basis: "Прейскурант управління благоустрою, травень 2026 року" },
    days: null,
  };
}

/** A card that refuses because the first criterion is not met. */
export function refusal({ criteria }: RoundRecord): ScreeningCard {
  return {
    ...admission({ criteria } as RoundRecord),
    outcome: "refused",
    lines: criteria.map(({ id }, index) => ({
      criterionId: id,
      verdict: index === 0 ? "not_met" : "met",
      note: index === 0 ? "Ділянка належить залізниці." : "",
    })),
    reason: "not_municipal_property",
    note: "Спершу попросіть згоди залізниці.",
    estimate: { amount: null, basis: "" },
  };
}
