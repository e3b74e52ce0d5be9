import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Person } from "~/domain/identity/viewer";
import { carryOutQuarantine } from "~/domain/petitions/carry-out-quarantine.server";
import { plantPerson } from "../../../../test/factories/identity";
import { countAll, plantPetition, plantSignatures } from "../../../../test/factories/petitions";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import * as one from "./quarantine";
import * as decide from "./quarantine-decide";
import * as names from "./quarantine-names";
import * as preview from "./quarantine-new";
import * as list from "./quarantines";

const network = "Zx8-burst-network_01";
const cause = "Багато підписів з однієї мережі";
let community: Community;
let [first, second]: Person[] = [];
beforeAll(async () => {
  community = await plantCommunity("quarantine-pages");
  first = await plantPerson(community, { roles: ["moderator"] });
  second = await plantPerson(community, { roles: ["moderator"] });
});

type Asked = { viewer?: Person | undefined; fields?: Record<string, string>; id?: string; step?: string };

function ask(number: number, { viewer = first, fields, id, step }: Asked = {}) {
  const params = { locale: "uk", number: String(number), ...(id && { id }), ...(step && { step }) };
  const path = ["/uk/admin/petitions", number, "quarantines", id, step].filter(Boolean).join("/");
  return { path, params, ...(viewer && { viewer }), ...(fields && { fields }) };
}

async function plantBurst() {
  const planted = await plantPetition(community);
  await plantSignatures(community, planted.id, 30, { networkHash: network, name: "Назар Таємний" });
  await plantSignatures(community, planted.id, 2);
  await countAll(community);
  return planted;
}

async function propose(number: number): Promise<string> {
  const answer = await visit(list.action, community, ask(number, { fields: { network, cause } }));
  expect(answer.status).toBe(302);
  return answer.location?.split("/").at(-1) ?? "";
}

describe("the pages of the check of signatures", () => {
  it("show a burst by number and a short sign, without a name", async () => {
    const { number } = await plantBurst();
    const { data } = await visit(list.loader, community, ask(number));
    expect(data).toMatchObject({
      petition: { signatures: 32 },
      suspicion: { usual: expect.any(Number), bursts: [{ networkHash: network, signatures: 30 }] },
    });
    expect(JSON.stringify(data)).not.toContain("Таємний");
  });

  it("show the effect before anybody proposes it, and change nothing", async () => {
    const { number } = await plantBurst();
    const { data } = await visit(preview.action, community, ask(number, { fields: { network, cause } }));
    expect(data).toMatchObject({ preview: { effect: { total: 30 }, counted: 32 } });
    expect(JSON.stringify(data)).not.toContain("Таємний");
    const after = await visit(list.loader, community, ask(number));
    expect(after.data).toMatchObject({ quarantines: [] });
  });

  it("S-10 lead from one person to another, and tell whoever comes late", async () => {
    const { number } = await plantBurst();
    const id = await propose(number);
    const press = (viewer: Person | undefined, step: string) =>
      visit(decide.action, community, ask(number, { viewer, id, step, fields: {} }));
    const own = await press(first, "annul");
    expect(own.status).toBe(409);
    expect(own.data).toMatchObject({ errors: [{ message: "integrity.refusal.own_proposal" }] });
    expect((await press(second, "annul")).status).toBe(302);
    expect((await press(second, "release")).data).toMatchObject({
      errors: [{ message: "integrity.refusal.decided" }],
    });
    await carryOutQuarantine(community, id, "annulled");
    const shown = await visit(one.loader, community, ask(number, { viewer: second, id }));
    expect(shown.data).toMatchObject({
      quarantine: { signatures: 30, decision: "annulled", underWay: false },
      mayRestore: false,
      isOwnAnnulment: true,
    });
    expect((await press(second, "restore")).status).toBe(409);
    expect((await press(first, "restore")).status).toBe(302);
  });

  it("S-56 show names only to whoever asks for them by a button", async () => {
    const { number } = await plantBurst();
    const id = await propose(number);
    const opened = await visit(names.loader, community, ask(number, { id }));
    expect(JSON.stringify(opened.data)).not.toContain("Таємний");
    const answer = await visit(names.action, community, ask(number, { id, fields: {} }));
    expect((answer.data as { names: unknown[] }).names).toHaveLength(30);
    expect(JSON.stringify(answer.data)).not.toMatch(/Hash|signerKey/);
  });

  it("S-2 S-5 are not there for a foreign petition, or for the id of another one", async () => {
    const { number } = await plantBurst();
    const id = await propose(number);
    const other = await plantBurst();
    for (const page of [one.loader, decide.loader, names.loader])
      expect((await visit(page, community, ask(other.number, { id, step: "annul" }))).status).toBe(404);
    const press = ask(other.number, { viewer: second, id, step: "annul", fields: {} });
    expect((await visit(decide.action, community, press)).status).toBe(404);
    const elsewhere = await plantCommunity("quarantine-pages-other");
    expect((await visit(list.loader, elsewhere, ask(number))).status).toBe(404);
    expect((await visit(one.loader, elsewhere, ask(number, { id }))).status).toBe(404);
  });

  it("leave the author out of the check of an own petition", async () => {
    const { number, id } = await plantPetition(community, { authorId: first?.id ?? null });
    await plantSignatures(community, id, 30, { networkHash: network });
    expect((await visit(preview.loader, community, ask(number))).status).toBe(403);
    const answer = await visit(list.action, community, ask(number, { fields: { network, cause } }));
    expect(answer.data).toMatchObject({ errors: [{ message: "integrity.refusal.own_petition" }] });
  });
});
