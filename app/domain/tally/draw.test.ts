import { describe, expect, it } from "vitest";
import {
  checkDraw,
  commitmentTo,
  drawOrder,
  isUsablePublicValue,
  isUsableSeed,
  recordDraw,
} from "~/domain/tally/draw";
import { sha256Hex } from "~/domain/tally/sha256";

describe("SHA-256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("gives the digests of FIPS 180-4 (%#)", (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });
});

describe("the draw", () => {
  const seed = "correct horse battery staple";
  const ids = ["12", "7", "парк", "L081"];

  it("is the published algorithm: projects by rising SHA-256 of version, seed, value and id", () => {
    const byHand = [...ids].sort((a, b) =>
      sha256Hex(`openward-draw-1\n${seed}\n42\n${a}`) < sha256Hex(`openward-draw-1\n${seed}\n42\n${b}`)
        ? -1
        : 1,
    );
    expect(drawOrder(seed, "42", ids)).toEqual(byHand);
  });

  it("does not depend on the order of the list, and changes with seed and public value", () => {
    const many = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const order = drawOrder(seed, "42", many);
    expect(drawOrder(seed, "42", [...many].reverse())).toEqual(order);
    expect(drawOrder(seed, "43", many)).not.toEqual(order);
    expect(drawOrder(`${seed}!`, "42", many)).not.toEqual(order);
    expect([...order].sort()).toEqual([...many].sort());
  });

  it("replays from its record and names what was changed", () => {
    const record = recordDraw(seed, "42", ids);
    const published = commitmentTo(seed);
    expect(checkDraw(record, published, ids)).toBeNull();
    expect(checkDraw({ ...record, seed: "another seed entirely" }, published, ids)).toBe(
      "seed-does-not-match-commitment",
    );
    expect(checkDraw(record, commitmentTo("another seed entirely"), ids)).toBe("commitment-differs");
    expect(checkDraw({ ...record, order: [...record.order].reverse() }, published, ids)).toBe(
      "order-differs",
    );
    expect(checkDraw({ ...record, publicValue: "41" }, published, ids)).toBe("order-differs");
    expect(checkDraw({ ...record, order: record.order.slice(1) }, published, ids)).toBe("projects-differ");
  });

  it("refuses seeds that could be guessed or split otherwise", () => {
    expect(isUsableSeed("short")).toBe(false);
    expect(isUsableSeed("long enough but\nbroken")).toBe(false);
    expect(isUsableSeed(seed)).toBe(true);
    expect(isUsablePublicValue("")).toBe(false);
    expect(isUsablePublicValue("7 13 22 31 40 44")).toBe(true);
  });
});
