import { describe, expect, it } from "vitest";
import { groupedReceipt, readReceipt, receiptFrom } from "./receipt";

describe("receiptFrom", () => {
  it("B-4 writes the first 100 bits in Crockford's alphabet", () => {
    const bits = Uint8Array.from([
      0b00000_000,
      0b01_00010_0,
      0b0011_0010,
      0b0_00101_00,
      0b110_00111,
      ...new Array(20).fill(0xff),
    ]);
    expect(receiptFrom(bits)).toBe("01234567ZZZZZZZZZZZZ");
  });

  it("differs for hashes that differ in their first bits only", () => {
    const [one, two] = [0x00, 0x08].map((first) =>
      receiptFrom(Uint8Array.from([first, ...new Array(31).fill(7)])),
    );
    expect(one?.slice(1)).toBe(two?.slice(1));
    expect(one).not.toBe(two);
  });
});

describe("readReceipt", () => {
  it.each([
    ["01234-56789-ABCDE-FGHJK", "0123456789ABCDEFGHJK"],
    [" 01234 56789 abcde fghjk ", "0123456789ABCDEFGHJK"],
    ["O1234–56789–ABCDE–FGHJK", "0123456789ABCDEFGHJK"],
    ["0I23456789ABCDEFGHJK", "0123456789ABCDEFGHJK"],
    ["01234-56789-ABCDE-FGHJ", null],
    ["01234-56789-ABCDE-FGHJU", null],
    ["'; drop table ballot", null],
    ["", null],
  ])("of %j", (typed, code) => {
    expect(readReceipt(typed)).toBe(code);
  });

  it("reads what is printed", () => {
    expect(groupedReceipt("0123456789ABCDEFGHJK")).toBe("01234-56789-ABCDE-FGHJK");
    expect(readReceipt(groupedReceipt("0123456789ABCDEFGHJK"))).toBe("0123456789ABCDEFGHJK");
  });
});
