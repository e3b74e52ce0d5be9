import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { compareResult } from "~/domain/results/compare-result.server";
import { translator } from "~/i18n/translate";
import { database } from "~/platform/database.server";
import { round } from "~db/schema/prioritisation";
import { plantElection } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import { startApplication, Visitor } from "../../../test/harness/application";

const t = translator("uk");

let server: Awaited<ReturnType<typeof startApplication>>;
let community: Community;
let guest: Visitor;
let stranger: Visitor;
let slug: string;

beforeAll(async () => {
  community = await plantCommunity("vilshana");
  await plantCommunity("berezovka");
  slug = await plantElection(community);
  server = await startApplication();
  const { port } = new URL(server.origin);
  guest = new Visitor(server.origin, `vilshana.localhost:${port}`);
  stranger = new Visitor(server.origin, `berezovka.localhost:${port}`);
});
afterAll(() => server.close());

const page = () => `/uk/rounds/${slug}/results/compare`;
const file = () => `/pb/${slug}/compare.csv`;

async function publishAt(instant: ReturnType<typeof sql>): Promise<string> {
  const [row] = await database()
    .update(round)
    .set({ resultPublishedAt: instant })
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug)))
    .returning({ id: round.id });
  return row?.id ?? "";
}

describe("the comparison of rules", () => {
  it("says that it is being made, and keeps that answer out of caches", async () => {
    const answer = await guest.get(page());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control") ?? "").not.toContain("public");
    expect(await answer.text()).toContain(t("results.compare.page.waiting"));
    expect((await guest.get(file())).status).toBe(404);
  });

  it("stands with its CSV once it is made, for its own community alone", async () => {
    await compareResult(community, await publishAt(sql`clock_timestamp()`));
    const html = await (await guest.get(page())).text();
    expect(html).toContain(t("results.compare.measures.title"));
    expect(html).not.toContain(t("results.compare.page.waiting"));
    expect((await guest.get(file())).headers.get("Content-Type")).toContain("text/csv");
    expect((await stranger.get(page())).status).toBe(404);
    expect((await stranger.get(file())).status).toBe(404);
  });

  it("is not there before the hour of the result, even if it has been made", async () => {
    await publishAt(sql`clock_timestamp() + interval '1 hour'`);
    expect((await guest.get(`${page()}?anew=1`)).status).toBe(404);
    expect((await guest.get(`${file()}?anew=1`)).status).toBe(404);
  });
});
