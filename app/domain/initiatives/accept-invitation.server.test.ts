import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { outbox } from "~db/schema/notifications";
import {
  guest,
  type PlantedInitiative,
  plantCall,
  plantInitiative,
} from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { action as acceptPage, loader as invitationPage } from "../../routes/initiatives/co-author";
import { action as declinePage, loader as declineQuestion } from "../../routes/initiatives/co-author-decline";
import { acceptInvitation } from "./accept-invitation.server";
import { declineInvitation } from "./decline-invitation.server";
import { listCoAuthors } from "./initiative-queries.server";
import { findInvitation } from "./invitation-queries.server";

let home: Community;
let call: string;
let planted = 0;

beforeAll(async () => {
  home = await plantCommunity("co-authors");
  call = await plantCall(home);
});

async function invite(): Promise<PlantedInitiative & { token: string }> {
  planted += 1;
  const email = `taras${planted}@example.org`;
  const initiative = await plantInitiative(home, call, { coAuthors: [email] });
  const [letter] = await database()
    .select({ body: outbox.body })
    .from(outbox)
    .where(and(eq(outbox.communityId, home.id), eq(outbox.recipient, email)))
    .orderBy(desc(outbox.createdAt));
  const token = /co-author\/([0-9a-f]{40})/.exec(letter?.body ?? "")?.[1] ?? "";
  return { ...initiative, token };
}
const actsOf = async (id: string) => {
  const rows = await database()
    .select({ act: auditEvent.act })
    .from(auditEvent)
    .where(and(eq(auditEvent.communityId, home.id), eq(auditEvent.subjectId, id)));
  return rows.map(({ act }) => act).filter((act) => act.includes("co_authorship"));
};
const page = (token: string) => ({ path: `/uk/co-author/${token}`, params: { token } });

describe("an invitation to be a co-author", () => {
  it("S-25 opening the link changes nothing; the button does", async () => {
    const { id, token } = await invite();
    for (let times = 0; times < 3; times += 1)
      expect((await visit(invitationPage, home, page(token))).status).toBe(200);
    expect((await visit(declineQuestion, home, page(token))).status).toBe(200);
    expect(await listCoAuthors(home, id)).toEqual([]);
    expect((await findInvitation(home, token))?.answer).toBe("waiting");
    const pressed = await visit(acceptPage, home, { ...page(token), fields: { name: "Тарас Приклад" } });
    expect(pressed.location).toBe(`/uk/co-author/${token}`);
    expect(await listCoAuthors(home, id)).toEqual(["Тарас Приклад"]);
    expect(await actsOf(id)).toEqual(["initiative.accept_co_authorship"]);
  });

  it("F-5 pressed eight times at once makes one co-author and one record", async () => {
    const { id, token } = await invite();
    const accept = () => acceptInvitation(home, token, { name: "Тарас", viewer: guest });
    const outcomes = await Promise.all(Array.from({ length: 8 }, accept));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(await listCoAuthors(home, id)).toEqual(["Тарас"]);
    expect(await actsOf(id)).toHaveLength(1);
  });

  it("can be declined, also after it was accepted: the name goes at once and stays away", async () => {
    const { id, token } = await invite();
    await acceptInvitation(home, token, { name: "Тарас", viewer: guest });
    const pressed = await visit(declinePage, home, {
      ...page(token),
      path: `/uk/co-author/${token}/decline`,
      fields: {},
    });
    expect(pressed.location).toBe(`/uk/co-author/${token}`);
    expect(await listCoAuthors(home, id)).toEqual([]);
    expect(await findInvitation(home, token)).toMatchObject({ answer: "declined", name: "" });
    expect((await acceptInvitation(home, token, { name: "Тарас", viewer: guest })).done).toBe(false);
    expect((await declineInvitation(home, token, { viewer: guest })).done).toBe(false);
  });

  it("needs a name that shows all its signs", async () => {
    const { id, token } = await invite();
    for (const name of ["", "  ", "Та\u200bрас", "Та\u202eрас", "Тарас\nМодератор", "я".repeat(101)]) {
      const answer = await visit(acceptPage, home, { ...page(token), fields: { name } });
      expect(answer.status).toBe(422);
    }
    expect(await listCoAuthors(home, id)).toEqual([]);
  });

  it("S-5 is unknown in another community, and a wrong link everywhere", async () => {
    const { id, token } = await invite();
    const other = await plantCommunity("co-authors-elsewhere");
    expect((await visit(invitationPage, other, page(token))).status).toBe(404);
    expect((await visit(acceptPage, other, { ...page(token), fields: { name: "Тарас" } })).status).toBe(404);
    expect((await acceptInvitation(other, token, { name: "Тарас", viewer: guest })).done).toBe(false);
    expect((await visit(invitationPage, home, page("0".repeat(40)))).status).toBe(404);
    expect((await visit(invitationPage, home, page("\0"))).status).toBe(404);
    expect(await listCoAuthors(home, id)).toEqual([]);
  });
});
