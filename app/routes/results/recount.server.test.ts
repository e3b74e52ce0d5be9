import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
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

const address = () => `/pb/${slug}/community/ballots.pb`;

async function read(visitor: Visitor, file?: string): Promise<string> {
  const answer = await visitor.get(file ? `/uk/recount?${new URLSearchParams({ file })}` : "/uk/recount");
  expect(answer.status).toBe(200);
  return await answer.text();
}

describe("the page that counts again", () => {
  it("offers published ballots with their rule, and the winners to compare with", async () => {
    expect(await read(guest)).toContain(`href="${address()}"`);
    const html = await read(guest, address());
    expect(html).toContain(`count ${slug}-community.pb --rule greedy_votes`);
    expect(html).toContain("&quot;winners&quot;:[&quot;1&quot;,&quot;3&quot;]");
  });

  it.each([
    "https://elsewhere.example/pb/a/b/ballots.pb",
    "//elsewhere.example/x.pb",
    "/pb/none/community/ballots.pb",
  ])("R-19 names no file for a link to %s", async (file) => {
    const html = await read(guest, file);
    expect(html).toContain(t("results.recount.page.unknownFile"));
    expect(html).not.toContain("data-published");
  });

  it("knows nothing of other communities, nor of results before their hour", async () => {
    expect(await read(stranger)).not.toContain(address());
    expect(await read(stranger, address())).not.toContain("data-published");
    await database()
      .update(round)
      .set({ resultPublishedAt: sql`clock_timestamp() + interval '1 hour'` })
      .where(and(eq(round.communityId, community.id), eq(round.slug, slug)));
    // Another address of the page than before, so that no cache answers.
    const answer = await guest.get(`/uk/recount?${new URLSearchParams({ file: address(), rule: "greedy" })}`);
    const html = await answer.text();
    expect(html).toContain(t("results.recount.page.unknownFile"));
    expect(html).toContain(t("results.recount.files.none"));
  });
});
