import { describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/identity/viewer";
import type { ModerationStep } from "./moderation";
import { PETITION_STATES, type PetitionState } from "./petition";
import { isOwnPetition, type Moderated, mayReadText, moderatorActs, moderatorsRead } from "./policy";

const then = new Date("2026-11-01T10:00:00Z");

function petition(state: PetitionState, given: Partial<Moderated> = {}): Moderated {
  const openedAt = ["open", "closed", "stopped"].includes(state) ? then : null;
  return { state, openedAt, hiddenAt: null, isOwn: false, review: null, ...given };
}

describe("what a moderator may do", () => {
  it.each<[string, Moderated, ModerationStep[]]>([
    ["one that still gathers first signatories", petition("gathering"), []],
    ["one that waits", petition("moderation"), ["open", "return", "refuse"]],
    ["one that the author reworks", petition("returned"), []],
    ["a refused one", petition("refused"), ["hide"]],
    [
      "a refused one under review",
      petition("refused", { review: { refusedBy: "b" } }),
      ["hide", "restore", "reject_review"],
    ],
    ["the own refusal under review", petition("refused", { review: { refusedBy: "a" } }), ["hide"]],
    ["an open one", petition("open"), ["hide", "stop"]],
    ["a hidden open one", petition("open", { hiddenAt: then }), ["show", "stop"]],
    ["a closed one", petition("closed"), ["hide"]],
    ["a stopped one", petition("stopped"), ["hide"]],
    ["one withdrawn before it opened", petition("withdrawn"), []],
    ["one withdrawn while open", petition("withdrawn", { openedAt: then }), ["hide"]],
    ["an own one that waits", petition("moderation", { isOwn: true }), []],
    ["an own open one", petition("open", { isOwn: true }), []],
  ])("S-8 S-9 with %s", (_, given, steps) => {
    expect(moderatorActs("a", given)).toEqual(steps);
  });

  it("R-10 never acts on what a moderator may not read", () => {
    const unread = PETITION_STATES.filter((state) => !moderatorsRead({ state, openedAt: null }));
    expect(unread).toEqual(["gathering", "withdrawn"]);
    for (const state of unread) {
      const everything = petition(state, { openedAt: null, hiddenAt: then, review: { refusedBy: "b" } });
      expect(moderatorActs("a", everything)).toEqual([]);
    }
  });
});

describe("whose petition it is", () => {
  const moderator = { id: "a", email: "Petro+work@example.org" };
  it.each([
    ["by account", { authorId: "a", authorEmail: "else@example.org" }, true],
    ["by mail address, however it is spelt", { authorId: null, authorEmail: "petro@EXAMPLE.org" }, true],
    ["of another person", { authorId: "b", authorEmail: "else@example.org" }, false],
    ["with the contact wiped", { authorId: null, authorEmail: "" }, false],
  ])("%s", (_, author, own) => {
    expect(isOwnPetition(moderator, author)).toBe(own);
  });
});

describe("R-10 who reads a hidden text", () => {
  const staff = (roles: Extract<Viewer, { kind: "person" }>["roles"]): Viewer => ({
    kind: "person",
    id: "a",
    name: "Петро Зразок",
    email: "petro@example.org",
    language: "uk",
    bornOn: null,
    roles,
    residence: null,
  });
  it.each<[string, Viewer, boolean]>([
    ["a guest", { kind: "guest" }, false],
    ["a resident", staff([]), false],
    ["an administrator", staff(["administrator", "clerk"]), false],
    ["a moderator", staff(["moderator"]), true],
  ])("%s", (_, viewer, reads) => {
    expect(mayReadText(viewer, { hiddenAt: then })).toBe(reads);
    expect(mayReadText(viewer, { hiddenAt: null })).toBe(true);
  });
});
