import type { Community } from "~/domain/communities/community";
import { plantPetition, plantSignatures } from "../factories/petitions";
import { pageRate } from "./page-rate";

/** A cookie that no session stands behind: the page is made anew each time, as for somebody signed in. */
const UNCACHED = { Cookie: "__Host-session=x" };

/** The pages that a crowd opens before it signs. */
export async function benchPetitionPages(community: Community, origin: string): Promise<void> {
  const { id, number } = await plantPetition(community);
  await plantSignatures(community, id, 2_000);
  const page = `${origin}/uk/petitions/${number}`;
  await report("count.json", `${origin}/petitions/${number}/count.json`);
  await report("petition page, cached", page);
  await report("petition page, made anew", page, UNCACHED);
  await report("page of signing (with form token)", `${page}/sign`);
}

async function report(what: string, url: string, headers: Record<string, string> = {}): Promise<void> {
  const { perSecond, p99 } = await pageRate(url, headers);
  console.log(`${what}: ${perSecond.toFixed(0)}/s, p99 ${p99} ms`);
}
