import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodePhoto } from "./image.server";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 120, b: 60 } } });
const reason = async (bytes: Uint8Array, name: string) => {
  const outcome = await encodePhoto(bytes, name);
  return outcome.done ? "done" : outcome.reason;
};

describe("encodePhoto", () => {
  it("S-42 keeps neither camera data nor place", async () => {
    const exif = {
      IFD0: { Make: "Camera", Artist: "Oksana" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "49/1 34/1 0/1" },
    };
    const original = await plain(800, 600).jpeg().withExif(exif).toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const outcome = await encodePhoto(original, "IMG_0001.JPG");
    if (!outcome.done) throw new Error(outcome.reason);
    const { format, exif: kept, xmp, iptc, icc } = await sharp(outcome.value.bytes).metadata();
    expect({ format, kept, xmp, iptc, icc }).toEqual({
      format: "webp",
      kept: undefined,
      xmp: undefined,
      iptc: undefined,
      icc: undefined,
    });
    expect(outcome.value.bytes.includes("Oksana")).toBe(false);
  });

  it("S-42 turns a photo upright before the note of its direction goes", async () => {
    const lying = await plain(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const outcome = await encodePhoto(lying, "photo.jpg");
    expect(outcome.done && [outcome.value.width, outcome.value.height]).toEqual([200, 400]);
  });

  it("S-42 refuses a picture whose name says another kind", async () => {
    const jpeg = await plain(10, 10).jpeg().toBuffer();
    expect(await reason(jpeg, "photo.png")).toBe("photo_name");
    expect(await reason(jpeg, "page.html")).toBe("photo_name");
    expect(await reason(jpeg, "photo.jpeg")).toBe("done");
    expect(await reason(jpeg, "image")).toBe("done");
  });

  it.each([
    ["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "drawing.svg"],
    ["<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "drawing.jpg"],
    ["<!doctype html><script>alert(1)</script>", "page.html"],
    ["<!doctype html><script>alert(1)</script>", "photo.jpg"],
    ["GIF89a/*<script>*/", "photo.gif"],
    ["%PDF-1.7", "paper.pdf"],
    ["PK\u0003\u0004", "archive.zip"],
    ["", "photo.jpg"],
  ])("S-43 refuses %j named %s", async (content, name) => {
    expect(await reason(Buffer.from(content), name)).toBe("photo_kind");
  });

  it("S-41 refuses more than 10 MB and more than 64 million pixels, the latter before decoding", async () => {
    expect(await reason(new Uint8Array(10_000_001), "photo.jpg")).toBe("photo_too_large");
    const bomb = await plain(8_100, 8_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await reason(bomb, "photo.png")).toBe("photo_pixels");
  });

  it("S-41 makes large photos small and never enlarges", async () => {
    const large = await encodePhoto(await plain(3_000, 1_500).jpeg().toBuffer(), "photo.jpg");
    expect(large.done && [large.value.width, large.value.height]).toEqual([1600, 800]);
    const small = await encodePhoto(await plain(30, 20).png().toBuffer(), "photo.png");
    expect(small.done && [small.value.width, small.value.height]).toEqual([30, 20]);
  });

  it("refuses a picture that ends in the middle, and goes on with the next ones", async () => {
    const whole = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: "#123",
        noise: { type: "gaussian", mean: 90, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const torn = whole.subarray(0, whole.length / 3);
    const png = await plain(500, 500).png().toBuffer();
    const outcomes = await Promise.all([
      reason(torn.subarray(0, 40), "torn.jpg"),
      reason(png.subarray(0, 60), "torn.png"),
      ...Array.from({ length: 6 }, () => reason(whole, "photo.jpg")),
    ]);
    expect(outcomes).toEqual(["photo_broken", "photo_broken", ...Array(6).fill("done")]);
  });
});
