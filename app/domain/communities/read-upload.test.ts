import { describe, expect, it } from "vitest";
import { readUpload } from "./read-upload";

describe("readUpload", () => {
  it.each([
    ["UTF-8", Buffer.from("Вільшана", "utf8")],
    ["Windows-1251", Uint8Array.of(0xc2, 0xb3, 0xeb, 0xfc, 0xf8, 0xe0, 0xed, 0xe0)],
  ])("reads %s", (_what, bytes) => {
    expect(readUpload(bytes)).toBe("Вільшана");
  });
});
