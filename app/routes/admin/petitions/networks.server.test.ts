import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Person } from "~/domain/identity/viewer";
import { findSigningGate } from "~/domain/petitions/signing-gate-queries.server";
import { listSigningNetworks } from "~/domain/petitions/signing-network-queries.server";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { plantAdministrator } from "../../../../test/factories/identity";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import * as remove from "./network-remove";
import * as networks from "./networks";
import * as limits from "./signing-limits";

let community: Community;
let viewer: Person;
beforeAll(async () => {
  community = await plantCommunity("signing-networks");
  viewer = await plantAdministrator(community);
});

const page = { number: 1, size: 50, offset: 0 };
const add = (lines: string) =>
  visit(networks.action, community, { path: "/uk/admin/signing-networks", viewer, fields: { lines } });
const named = async () => (await listSigningNetworks(community, page)).rows;

describe("limits and networks of signing", () => {
  it("A-1 are edited by staff, told to the gate, and stand on record", async () => {
    const fields = { country_most: "100", country_minutes: "60", address_most: "", address_minutes: "" };
    const saved = await visit(limits.action, community, { path: "/uk/admin/signing-limits", viewer, fields });
    expect(saved.status).toBe(302);
    await add("203.0.113.77/24;UA;usual;Провайдер\n2001:db8::/32;;blocked;");
    expect(await named()).toMatchObject([
      { network: "2001:db8::/32", treatment: "blocked" },
      { network: "203.0.113.0/24", country: "UA", treatment: "usual" },
    ]);
    expect(await findSigningGate(community, "203.0.113.9")).toMatchObject({
      country: "UA",
      treatment: "usual",
      limits: { country: { most: 100, minutes: 60 }, address: { most: 20 } },
    });
    expect(await findSigningGate(community, "2001:db8:5::1")).toMatchObject({ treatment: "blocked" });
    const acts = await database()
      .select({ act: auditEvent.act, actorId: auditEvent.actorId })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, community.id), like(auditEvent.act, "signing.%")));
    expect(acts.map(({ act }) => act).sort()).toEqual(["signing.change_limits", "signing.name_networks"]);
    expect(new Set(acts.map(({ actorId }) => actorId))).toEqual(new Set([viewer.id]));
  });

  it("say a network anew, and take all lines or none", async () => {
    await add("198.51.100.0/24;PL;usual;перша");
    const many = (await named()).length;
    await add("198.51.100.9/24;PL;trusted;друга");
    expect(await named()).toHaveLength(many);
    const answer = await add("192.0.2.0/24;UA\nне мережа;UA\n0.0.0.0/0;;blocked");
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ errors: [{ values: { line: 2 } }, { values: { line: 3 } }] });
    expect(await named()).toHaveLength(many);
  });

  it("S-5 are taken off by their own community only", async () => {
    await add("192.0.2.128/25;UA;blocked;");
    const [one] = (await named()).filter(({ network }) => network === "192.0.2.128/25");
    const asked = {
      path: `/uk/admin/signing-networks/${one?.id}/remove`,
      params: { locale: "uk", id: one?.id ?? "" },
      viewer,
      fields: {},
    };
    const other = await plantCommunity("signing-networks-other");
    expect((await visit(remove.action, other, asked)).status).toBe(404);
    expect((await visit(remove.action, community, asked)).status).toBe(302);
    expect((await visit(remove.action, community, asked)).status).toBe(404);
    expect((await named()).some(({ id }) => id === one?.id)).toBe(false);
  });
});
