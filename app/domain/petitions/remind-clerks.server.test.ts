import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { dutyRules, plantClerk, plantDuty } from "../../../test/factories/answers";
import { lettersOf, plantPerson } from "../../../test/factories/identity";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { remindClerks } from "./remind-clerks.server";

let community: Community;
let number = 0;
beforeEach(async () => {
  number += 1;
  community = await plantCommunity(`reminding${number}`);
});

const origin = "https://petitions.example.org";
async function plantDue(dueInDays: number, threshold: 0 | 1 = 0) {
  const petition = await plantPetition(community, { state: "closed", rules: dutyRules() });
  await plantDuty(community, petition.id, threshold, dueInDays);
  return petition;
}

describe("the reminder", () => {
  it("names what is due within three days or overdue, once a day, to each clerk in their language", async () => {
    const clerks = [await plantClerk(community), await plantClerk(community, "en")];
    await plantPerson(community, { roles: ["moderator"] });
    const soon = await plantDue(2);
    const overdue = await plantDue(-1, 1);
    const later = await plantDue(5);
    await Promise.all([remindClerks({ community, origin }), remindClerks({ community, origin })]);
    await remindClerks({ community, origin });
    const letters = await lettersOf(community);
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual(clerks.map(({ email }) => email).sort());
    const english = letters.find(({ language }) => language === "en");
    expect(english?.subject).toBe("Petitions: overdue (2)");
    expect(english?.body).toContain(`${origin}/en/admin/petitions/${soon.number}/answer`);
    expect(english?.body).toContain(`${origin}/en/admin/petitions/${overdue.number}/debate`);
    expect(english?.body).not.toContain(`/petitions/${later.number}/`);
    expect(letters.find(({ language }) => language === "uk")?.subject).toBe("Петиції: прострочено (2)");
  });

  it("is not written when nothing presses", async () => {
    await plantClerk(community);
    await plantDue(5);
    await remindClerks({ community, origin });
    expect(await lettersOf(community)).toEqual([]);
  });

  it("S-5 tells a clerk nothing of another community", async () => {
    await plantDue(-1);
    const other = await plantCommunity(`reminding-other${number}`);
    await plantClerk(other);
    await remindClerks({ community: other, origin });
    expect(await lettersOf(other)).toEqual([]);
  });
});
