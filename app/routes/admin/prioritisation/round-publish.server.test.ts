import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { plantAdministrator, plantDraftRound, reread } from "../../../../test/factories/prioritisation";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import { action } from "./round-publish";

let community: Community;

beforeAll(async () => {
  community = await plantCommunity("first");
});

describe("publishing a round on the embedded database", () => {
  it("EM-4 waits until an administrator has confirmed what that database lacks", async () => {
    const viewer = await plantAdministrator(community);
    const { slug, rulesVersion } = await plantDraftRound(community, viewer);
    const given = { path: `/uk/admin/rounds/${slug}/publish`, params: { slug }, viewer, embedded: true };
    const version = String(rulesVersion);

    const unread = await visit(action, community, { ...given, fields: { version } });
    expect(unread.status).toBe(422);
    expect(unread.data).toMatchObject({ errors: [{ field: "embeddedRead" }] });
    expect((await reread(community, slug)).publishedAt).toBeNull();

    const read = await visit(action, community, { ...given, fields: { version, embeddedRead: "yes" } });
    expect(read.status).toBe(302);
    expect((await reread(community, slug)).publishedAt).not.toBeNull();
  });
});
