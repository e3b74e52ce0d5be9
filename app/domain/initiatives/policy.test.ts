import { describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/identity/viewer";
import { INITIATIVE_STATES } from "./initiative";
import { authorActs, proveAuthor } from "./policy";

const person = (id: string): Viewer => ({
  kind: "person",
  id,
  name: "Оксана Приклад",
  email: "oksana@example.org",
  language: "uk",
  bornOn: null,
  roles: ["administrator", "moderator"],
  residence: null,
});
const guest: Viewer = { kind: "guest" };

describe("S-2 who acts as the author", () => {
  it.each<[string, Viewer, string | null, boolean, string | null | "nobody"]>([
    ["the author, signed in", person("a"), "a", false, "a"],
    ["the author, signed in and with the link", person("a"), "a", true, "a"],
    ["anybody with the link", guest, "a", true, null],
    ["another person with the link", person("b"), "a", true, null],
    ["another person, whatever roles they hold", person("b"), "a", false, "nobody"],
    ["a person, when nobody was signed in at filing", person("b"), null, false, "nobody"],
    ["a guest", guest, null, false, "nobody"],
    ["a guest, of an author with an account", guest, "a", false, "nobody"],
  ])("%s", (_, viewer, authorId, holdsLink, actor) => {
    const proof = proveAuthor({ id: "initiative", authorId }, viewer, holdsLink);
    expect(proof ? proof.actorId : "nobody").toBe(actor);
  });
});

describe("what an author may do", () => {
  it("withdraws before the ballot, reworks what was returned", () => {
    const withdrawable = INITIATIVE_STATES.filter((state) => authorActs(state).mayWithdraw);
    const reworkable = INITIATIVE_STATES.filter((state) => authorActs(state).mayRework);
    expect({ withdrawable, reworkable }).toEqual({
      withdrawable: ["submitted", "admitted", "returned"],
      reworkable: ["returned"],
    });
  });
});
