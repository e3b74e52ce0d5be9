import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import type { Community, District } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { termEnd } from "~/domain/communities/working-days";
import { countSignatures } from "~/domain/petitions/count-signatures.server";
import type { PetitionState } from "~/domain/petitions/petition";
import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { presetRules } from "~/domain/petitions/rule-presets";
import { petitionSearchText } from "~/domain/petitions/search-text";
import type { Locale } from "~/i18n/locales";
import { now } from "~/platform/clock.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { newId } from "~/shared/id";
import { petition, petitionRules } from "../schema/petitions";
import { signingNetwork } from "../schema/signature-checks";
import { seedResponse } from "./petition-response.server";
import { daysAgo, type SeededPetition, type Written } from "./petition-seed.server";
import { seedSteps } from "./petition-steps.server";
import petitions from "./petitions.json";
import { seedSignatures } from "./signatures.server";

const DAY = 86_400_000;
const ADDRESSEES: Readonly<Record<string, string>> = { uk: "Рада громади", ru: "Совет" };

/** Petitions in every state, signed over weeks; counted at the end as the worker would. */
export async function seedPetitions(community: Community, maker: string): Promise<void> {
  const rules = rulesOf(community);
  const districts = await listDistricts(community);
  const calendar = await findWorkCalendar(community);
  await transaction(async (tx) => {
    await tx.insert(petitionRules).values({ communityId: community.id, version: 1, rules, madeBy: maker });
    await trustOwnMachine(tx, community, maker);
    for (const seeded of community.slug === "vilshana" ? petitions.vilshana : petitions.berezovka) {
      const written = await writePetition(tx, community, seeded, { rules, districts });
      await seedSignatures(tx, community, written, districts);
      await seedSteps(tx, community, written, calendar);
      await seedResponse(tx, community, written, maker);
    }
  });
  await countSignatures(community);
}

/** All who try the demonstration come from the machine it runs on, as readers come from one library. */
async function trustOwnMachine(
  tx: Transaction,
  { id: communityId }: Community,
  changedBy: string,
): Promise<void> {
  const rows = ["127.0.0.0/8", "::1/128"].map((network) => ({
    communityId,
    id: newId(),
    network,
    treatment: "trusted" as const,
    note: "Бібліотека № 1",
    changedBy,
  }));
  await tx.insert(signingNetwork).values(rows);
}

/** Those of a small community, with a second threshold, so that both duties are there to see. */
function rulesOf({ slug }: Community): PetitionRules {
  if (slug !== "vilshana") return presetRules("russian_city");
  const preset = presetRules("ukrainian_community");
  const debate = {
    duty: "debate",
    signatures: 300,
    areas: [],
    term: { days: 30, unit: "calendar" },
  } as const;
  return { ...preset, thresholds: [...preset.thresholds, debate] };
}

type Place = { rules: PetitionRules; districts: readonly District[] };

async function writePetition(
  tx: Transaction,
  community: Community,
  seeded: SeededPetition,
  { rules, districts }: Place,
): Promise<Written> {
  const id = newId();
  const { number, title, demand, grounds, author, opened, closes } = seeded;
  const openedAt = opened === undefined ? null : daysAgo(opened);
  const calendar = await findWorkCalendar(community, tx);
  // Terms end at midnight of the community's zone.
  const closesAt =
    closes === undefined
      ? null
      : termEnd(daysAgo(-closes), { days: 0, unit: "calendar" }, community.zone, calendar);
  const hasClosed = seeded.state === "closed";
  await tx.insert(petition).values({
    communityId: community.id,
    id,
    number,
    state: seeded.state as PetitionState,
    rules,
    rulesVersion: 1,
    title,
    demand,
    grounds,
    language: seeded.language as Locale,
    addressee: ADDRESSEES[community.languages[0] ?? ""] ?? "",
    districtId: districts.find(({ code }) => code === seeded.district)?.id ?? null,
    searchText: petitionSearchText({ title, demand, grounds }),
    authorName: author,
    authorEmail: `author${number}@${community.slug}.example`,
    authorHash: newSecretToken().hash,
    secondHash: newSecretToken().hash,
    moderationDueAt:
      seeded.state === "moderation" ? termEnd(daysAgo(1), rules.moderation, community.zone, calendar) : null,
    openedAt,
    closesAt,
    closedAt: hasClosed ? closesAt : null,
    wipeAt: hasClosed && closesAt ? new Date(closesAt.getTime() + rules.retentionDays * DAY) : null,
    createdAt: daysAgo(seeded.filed),
  });
  if (seeded.state === "open" && closesAt)
    await queueJob(tx, community.id, { kind: "close-petition", subject: id, runAt: closesAt });
  return { id, rules, openedAt, end: hasClosed && closesAt ? closesAt : now(), seeded };
}
