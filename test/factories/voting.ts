import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Resident } from "~/domain/identity/viewer";
import type { RoundRules } from "~/domain/prioritisation/round";
import { makeBallotKeys } from "~/domain/voting/ballot-seal.server";
import { commitDraw } from "~/domain/voting/commit-draw.server";
import { lockBallotBox } from "~/domain/voting/lock-ballot-box.server";
import { makeBallotKey } from "~/domain/voting/make-ballot-key.server";
import { database, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { district } from "~db/schema/communities";
import { person, residence } from "~db/schema/identity";
import { envelope, round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";

export const plainRules: RoundRules = {
  ballot: "approval",
  maxChoices: 3,
  allocation: "greedy_votes",
  minimumVotes: 0,
  eligibility: { bases: ["registered", "actual", "displaced"], minimumAge: 16, verifiedResidence: false },
  tieOrder: "lower_cost_then_code",
};

let planted = 0;

/** A number that no other plant of this process has. */
function next(): number {
  planted += 1;
  return planted;
}

export async function plantDistrict(community: Community): Promise<string> {
  const row = {
    communityId: community.id,
    id: newId(),
    code: `D${next()}`,
    name: { uk: `Район ${planted}` },
  };
  await database().insert(district).values(row);
  return row.id;
}

/** A confirmed adult who lives in the district; the brand stands for what identity has checked. */
export async function plantResident(
  community: Community,
  districtId: string,
  given: Partial<Resident> = {},
): Promise<Resident> {
  const number = next();
  const row = {
    communityId: community.id,
    id: newId(),
    name: `Мешканка ${number}`,
    email: `resident${number}@example.org`,
    canonicalEmail: `resident${number}@example.org`,
    passwordHash: "-",
    language: "uk" as const,
    bornOn: "1980-05-17",
    confirmedAt: new Date(),
  };
  await database().insert(person).values(row);
  const home = { districtId, basis: "registered" as const, verified: true };
  await database().insert(residence).values({
    communityId: community.id,
    id: newId(),
    personId: row.id,
    districtId,
    basis: home.basis,
    verifiedAt: new Date(),
  });
  const { id, name, email, language, bornOn } = row;
  return {
    kind: "person",
    id,
    name,
    email,
    language,
    bornOn,
    roles: [],
    residence: home,
    ...given,
  } as unknown as Resident;
}

export type PlantedVote = {
  roundId: string;
  slug: string;
  /** The envelope of the whole community and that of the district, with three projects each, cheapest first. */
  city: { envelopeId: string; projects: string[] };
  own: { envelopeId: string; projects: string[] };
};

/** A round whose vote is open and stays so for an hour. */
export async function plantVote(
  community: Community,
  districtId: string,
  rules: Partial<RoundRules> = {},
): Promise<PlantedVote> {
  const roundId = newId();
  const slug = `round-${next()}`;
  const title = { uk: `Бюджет участі ${slug}` };
  const scope = { communityId: community.id, roundId };
  const instant = (hours: number) => sql`clock_timestamp() + make_interval(hours => ${hours})`;
  await database()
    .insert(round)
    .values({
      communityId: community.id,
      id: roundId,
      slug,
      title,
      summary: title,
      rules: { ...plainRules, ...rules },
      publishedAt: instant(-2),
      lockedAt: instant(-1),
    });
  await database()
    .insert(roundStage)
    .values({ ...scope, kind: "voting", opensAt: instant(-1), closesAt: instant(1) });
  const keys = await makeBallotKeys();
  await transaction(async (tx) => {
    await makeBallotKey(tx, community, roundId, keys);
    if (rules.tieOrder === "draw") await commitDraw(tx, community, roundId);
  });
  const city = await plantEnvelope(scope, null, 1_000_000);
  const own = await plantEnvelope(scope, districtId, 500_000);
  return { roundId, slug, city, own };
}

async function plantEnvelope(
  scope: { communityId: string; roundId: string },
  districtId: string | null,
  amount: number,
) {
  const envelopeId = newId();
  await database()
    .insert(envelope)
    .values({ ...scope, id: envelopeId, districtId, amount });
  const rows = [1, 2, 3].map((share) => ({
    ...scope,
    id: newId(),
    envelopeId,
    code: String(next()),
    title: `Проєкт ${planted}`,
    summary: "Нові лавки. І дерева.",
    language: "uk",
    cost: (share * amount) / 5,
  }));
  await database().insert(project).values(rows);
  return { envelopeId, projects: rows.map(({ id }) => id) };
}

/** Moves the end of the vote by the database's own clock: `-1` has passed a second ago. */
export async function moveVotingEnd(community: Community, roundId: string, seconds: number): Promise<void> {
  await database()
    .update(roundStage)
    .set({ closesAt: sql`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where(
      and(
        eq(roundStage.communityId, community.id),
        eq(roundStage.roundId, roundId),
        eq(roundStage.kind, "voting"),
      ),
    );
}

/** Another worker that has come to the box and stays there until released. */
export async function holdBox(
  community: Community,
  roundId: string,
): Promise<{ release: () => Promise<void> }> {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  let held: Promise<void> = Promise.resolve();
  await new Promise<void>((arrived, failed) => {
    held = transaction(async (tx) => {
      await lockBallotBox(tx, community, roundId, "exclusive");
      arrived();
      await left;
    });
    held.catch(failed);
  });
  return {
    release: async () => {
      leave();
      await held;
    },
  };
}

/** Returns when that many sessions of this database stand waiting at a box. */
export async function untilWaiting(sessions: number): Promise<void> {
  for (;;) {
    const [row] = await database().execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_locks join pg_database d on d.oid = database
      where locktype = 'advisory' and not granted and datname = current_database()`);
    if ((row?.waiting ?? 0) >= sessions) return;
  }
}
