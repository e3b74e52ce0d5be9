import { describe, expect, it } from "vitest";
import { ownSignature, signingStop } from "./own-signature";
import { PETITION_STATES } from "./petition";

describe("the own signature", () => {
  it.each([
    [false, null, "none"],
    [true, null, "signed"],
    [true, { number: 1, cause: "signer" }, "taken_back"],
    [true, { number: 2, cause: "signer" }, "signed"],
    [true, { number: 3, cause: "irregular" }, "removed"],
    [true, { number: 4, cause: "irregular" }, "signed"],
  ] as const)("recorded: %s, newest annulment %o: %s", (isRecorded, newest, expected) => {
    expect(ownSignature(isRecorded, newest)).toBe(expected);
  });
});

describe("why nobody can sign", () => {
  const instant = new Date("2026-11-30T22:00:00Z");
  const later = new Date(instant.getTime() + 1);

  it("follows the state", () => {
    const stops = PETITION_STATES.map((state) =>
      signingStop({ state, closesAt: later, hiddenAt: null }, instant),
    );
    expect(stops).toEqual([null, "not_open_yet", "not_open_yet", "ended", null, "ended", "ended", "ended"]);
  });

  it("ends with the very instant of closing, and while the text is hidden", () => {
    expect(signingStop({ state: "open", closesAt: instant, hiddenAt: null }, instant)).toBe("ended");
    expect(signingStop({ state: "open", closesAt: later, hiddenAt: instant }, instant)).toBe("hidden");
  });
});
