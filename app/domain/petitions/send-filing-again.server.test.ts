import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { lettersOf, plantPerson } from "../../../test/factories/identity";
import { linksIn, origin, plantFiled, plantPetitionDraft } from "../../../test/factories/petition-drafts";
import { plantSignatures } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { findFiledPetition, findOwnPetition } from "./own-petition-queries.server";
import { sendFilingAgain } from "./send-filing-again.server";
import { sendPetitionLink } from "./send-petition-link.server";

const guest: Viewer = { kind: "guest" };
let home: Community;
beforeAll(async () => {
  home = await plantCommunity("again");
});

const again = (resume: string, email: string, community = home) =>
  sendFilingAgain(community, { resume, email, origin });
const lettersTo = async (email: string) =>
  (await lettersOf(home)).filter(({ recipient }) => recipient === email);

describe("the letter on filing, once more", () => {
  it("goes to the corrected address with new links, and the stranger's links stop working", async () => {
    const { resume, number, tokens } = await plantFiled(home, { email: "mistyped@example.org" });
    expect((await again(resume, "right@example.org")).done).toBe(true);
    const [letter] = await lettersTo("right@example.org");
    const own = await findOwnPetition(home, guest, linksIn(letter).author);
    expect(own?.petition.number).toBe(number);
    expect(await findOwnPetition(home, guest, tokens.author)).toBeNull();
    expect((await findFiledPetition(home, resume))?.email).toBe("right@example.org");
  });

  it("stops once somebody has signed: no shared link dies", async () => {
    const { resume, tokens } = await plantFiled(home);
    const id = (await findFiledPetition(home, resume))?.petition.id ?? "";
    await plantSignatures(home, id, 1);
    expect(await again(resume, "late@example.org")).toEqual({ done: false, reason: "wrong_state" });
    expect(await findOwnPetition(home, guest, tokens.author)).not.toBeNull();
  });

  it("S-2 does not let the holder of the draft's link take over a petition of an account", async () => {
    const anna = await plantPerson(home, { email: "anna.own@example.org" });
    const { resume, tokens } = await plantFiled(home, { email: "anna.own@example.org" }, anna);
    expect(await again(resume, "thief@example.org")).toEqual({ done: false, reason: "wrong_state" });
    expect(await findOwnPetition(home, guest, tokens.author)).not.toBeNull();
  });

  it("R-12 is sent three times at most, and so is the link of a draft", async () => {
    const { resume } = await plantFiled(home);
    for (let count = 0; count < 3; count += 1)
      expect((await again(resume, `again${count}@example.org`)).done).toBe(true);
    expect(await again(resume, "again4@example.org")).toMatchObject({ reason: "too_many_letters" });
    const draft = await plantPetitionDraft(home);
    const send = () => sendPetitionLink(home, draft, { email: "draft@example.org", language: "en", origin });
    const outcomes = [await send(), await send(), await send(), await send()];
    expect(outcomes.map(({ done }) => done)).toEqual([true, true, true, false]);
    const [letter] = await lettersTo("draft@example.org");
    expect(letter?.language).toBe("en");
    expect(letter?.body).toContain(`${origin}/en/petition-drafts/${draft}`);
  });

  it("A-2 fills no mailbox through many drafts", async () => {
    const reasons = [];
    for (let count = 0; count < 12; count += 1) {
      const { resume } = await plantFiled(home, { email: `own${count}@example.org` });
      const outcome = await again(resume, "VICTIM+tag@example.org");
      reasons.push(outcome.done ? "sent" : outcome.reason);
    }
    expect(reasons.filter((reason) => reason === "sent")).toHaveLength(10);
    expect(reasons.at(-1)).toBe("too_many");
  });

  it("S-5 is not sent from another community, nor for a draft that is not filed", async () => {
    const other = await plantCommunity("again-other");
    const { resume } = await plantFiled(home);
    expect(await again(resume, "x@example.org", other)).toEqual({ done: false, reason: "no_such_draft" });
    const draft = await plantPetitionDraft(home);
    expect(await again(draft, "x@example.org")).toEqual({ done: false, reason: "no_such_draft" });
  });
});
