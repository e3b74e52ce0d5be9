import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { addSignatures, type NewSignature } from "~/domain/petitions/add-signatures.server";
import { countSignatures } from "~/domain/petitions/count-signatures.server";
import type { PetitionState } from "~/domain/petitions/petition";
import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { presetRules } from "~/domain/petitions/rule-presets";
import { signerKey } from "~/domain/petitions/signer-key.server";
import { readWatermark } from "~/domain/petitions/watermark-queries.server";
import { database } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { foldText } from "~/shared/fold-text";
import { newId } from "~/shared/id";
import { petition, petitionEvent } from "~db/schema/petitions";
import { petitionCount, signatureWatermark } from "~db/schema/signatures";

export type PlantedPetition = { id: string; number: number; authorToken: string; secondToken: string };

type Given = Partial<typeof petition.$inferInsert> & {
  state?: PetitionState;
  rules?: PetitionRules;
  /** Seconds from now, by the database's clock, until an open petition closes. */
  closesIn?: number;
};

let planted = 0;

/** A petition as it lies in the database in a state, with the one event that led there; `open` unless said. */
export async function plantPetition(community: Community, given: Given = {}): Promise<PlantedPetition> {
  planted += 1;
  const { state = "open", rules = presetRules("ukrainian_community"), closesIn = 86_400, ...columns } = given;
  const [author, second] = [newSecretToken(), newSecretToken()];
  const row = {
    communityId: community.id,
    id: newId(),
    number: planted,
    state,
    rules,
    rulesVersion: 0,
    title: `Освітити вулицю Зоряну, ${planted}`,
    demand: "Просимо встановити ліхтарі на всій вулиці.",
    grounds: "Увечері діти йдуть зі школи в темряві.",
    language: "uk" as const,
    addressee: "Селищна рада",
    authorName: "Оксана Приклад",
    authorEmail: "oksana@example.org",
    authorHash: author.hash,
    secondHash: second.hash,
    ...columns,
  };
  const isOpened = state === "open" || state === "closed" || state === "stopped";
  const times = isOpened && {
    openedAt: sql`clock_timestamp() - interval '1 day'`,
    closesAt: sql`clock_timestamp() + make_interval(secs => ${closesIn})`,
    closedAt: state === "closed" ? sql`clock_timestamp()` : null,
  };
  const searchText = foldText([row.title, row.demand, row.grounds].join(" "));
  await database()
    .insert(petition)
    .values({ ...times, searchText, ...row });
  await database().insert(petitionEvent).values({
    communityId: community.id,
    id: newId(),
    petitionId: row.id,
    step: "file",
    state,
    actorId: null,
  });
  return { id: row.id, number: row.number, authorToken: author.token, secondToken: second.token };
}

/** A signature as the writer of signatures takes it; one signer for each mail address. */
export function givenSignature(
  community: Community,
  petitionId: string,
  email: string,
  given: Partial<NewSignature> = {},
): NewSignature {
  return {
    petitionId,
    signerKey: signerKey(community, email),
    channel: "mail",
    name: "Марко Зразок",
    showName: true,
    districtId: null,
    basis: "registered",
    personId: null,
    assistedBy: null,
    sheetLineId: null,
    addressHash: "a",
    networkHash: "n",
    ...given,
  };
}

/** So many signatures of different people, written in batches. */
export async function plantSignatures(
  community: Community,
  petitionId: string,
  many: number,
  given: Partial<NewSignature> = {},
): Promise<void> {
  planted += 1;
  const all = Array.from({ length: many }, (_, place) =>
    givenSignature(community, petitionId, `signer${planted}-${place}@example.org`, given),
  );
  for (let from = 0; from < all.length; from += 1000) {
    await addSignatures(community, all.slice(from, from + 1000));
  }
}

/** What the counting job has published for a petition; null before it has counted any signature. */
export async function publishedCount(community: Community, petitionId: string) {
  const [row] = await database()
    .select({ signatures: petitionCount.signatures, annulled: petitionCount.annulled })
    .from(petitionCount)
    .where(and(eq(petitionCount.communityId, community.id), eq(petitionCount.petitionId, petitionId)));
  return row ?? null;
}

/**
 * Counts until everything is counted: on a server shared with other test files, a transaction of theirs may keep new
 * signatures from being counted for a moment.
 */
export async function countAll(community: Community): Promise<void> {
  while ((await countSignatures(community)) !== "idle");
}

/** Resolves when no transaction under way keeps a signature from being counted. */
export async function untilCountable(community: Community): Promise<void> {
  while ((await readWatermark(community)).heldBack !== null);
}

/** As if the rows came from another cluster, whose transaction numbers were ahead of this one by so many. */
export async function moveSignaturesToAnotherCluster(community: Community, ahead: number): Promise<void> {
  await database().execute(sql`update signature s
    set written = (pg_current_xact_id()::text::bigint + ${ahead}::bigint)::text::xid8
    where s.community_id = ${community.id}::uuid`);
  await database()
    .update(signatureWatermark)
    .set({ systemIdentifier: "another cluster" })
    .where(eq(signatureWatermark.communityId, community.id));
}
