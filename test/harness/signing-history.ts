import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import type { Attempt } from "./signing-load";

/**
 * What is wrong between what a server has answered and what its database holds (SC-12): an acknowledged signature
 * that is missing, a stored one that nobody sent or that was refused, a person counted twice, a published count
 * other than the number of rows. Nothing when the history is clean.
 */
export async function historyProblems(
  community: Community,
  petitionId: string,
  attempts: readonly Attempt[],
): Promise<string[]> {
  const stored = await storedKeys(community, petitionId);
  const rows = new Set(stored);
  const acknowledged = new Set<string>();
  const possible = new Set<string>();
  for (const { signerKey, outcome } of attempts) {
    if (outcome === "ok") acknowledged.add(signerKey);
    if (outcome !== "refused") possible.add(signerKey);
  }
  const published = await publishedSignatures(community, petitionId);
  const problems: [string, number][] = [
    ["acknowledged and lost", countOf(acknowledged, (key) => !rows.has(key))],
    ["stored though nobody asked or all was refused", countOf(rows, (key) => !possible.has(key))],
    ["stored twice", stored.length - rows.size],
    ["published beside the truth", published - rows.size],
  ];
  return problems.flatMap(([what, count]) => (count === 0 ? [] : [`${what}: ${count}`]));
}

function countOf(keys: Iterable<string>, isWrong: (key: string) => boolean): number {
  let count = 0;
  for (const key of keys) if (isWrong(key)) count += 1;
  return count;
}

async function storedKeys(community: Community, petitionId: string): Promise<string[]> {
  const rows = await database().execute<{ key: string }>(sql`
    select s.signer_key as key from signature s
    where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid`);
  return rows.map(({ key }) => key);
}

export async function publishedSignatures(community: Community, petitionId: string): Promise<number> {
  const [row] = await database().execute<{ signatures: number }>(sql`
    select c.signatures from petition_count c
    where c.community_id = ${community.id}::uuid and c.petition_id = ${petitionId}::uuid`);
  return row?.signatures ?? 0;
}

/** Waits until the published count has been the number of rows, at most so long. Answers with the milliseconds. */
export async function untilPublished(
  community: Community,
  petitionId: string,
  patience: number,
): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const stored = await storedKeys(community, petitionId);
    const took = performance.now() - begun;
    if ((await publishedSignatures(community, petitionId)) === stored.length) return took;
    if (took > patience)
      throw new Error(`After ${patience} ms the published count is still not the true one.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
