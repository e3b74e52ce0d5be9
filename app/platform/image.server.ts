import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { done, type Outcome, refused } from "~/shared/outcome";

/** Bytes and pixels of one photo; more is refused before it is decoded (S-41). */
export const MAX_PHOTO_BYTES = 10_000_000;
const MAX_PIXELS = 64_000_000;
const LONGEST_SIDE = 1600;
const DECODE_SECONDS = 15;
/** Decoding is dear: at most two at a time in this process (S-54). */
const AT_ONCE = 2;

/** What phones and cameras make, with the endings such files carry. SVG and HTML are not pictures here (S-43). */
const ENDINGS: Record<string, readonly string[]> = {
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/avif": ["avif"],
};
export const PHOTO_TYPES = Object.keys(ENDINGS).join(",");

export type Photo = { bytes: Buffer; width: number; height: number };
export type PhotoRefusal = "photo_too_large" | "photo_kind" | "photo_name" | "photo_pixels" | "photo_broken";

sharp.cache(false);
sharp.concurrency(1);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Makes a WebP of at most 1600 px from an uploaded picture. It is decoded and encoded anew, upright, so that
 * nothing of the original file is kept: no camera data, no place (S-42).
 */
export async function encodePhoto(
  bytes: Uint8Array,
  fileName: string,
): Promise<Outcome<Photo, PhotoRefusal>> {
  if (bytes.length > MAX_PHOTO_BYTES)
    return refused("photo_too_large", { megabytes: MAX_PHOTO_BYTES / 1_000_000 });
  const kind = await fileTypeFromBuffer(bytes);
  const endings = ENDINGS[kind?.mime ?? ""];
  if (!endings) return refused("photo_kind");
  const ending = /\.([^./\\]{1,10})$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending && !endings.includes(ending)) return refused("photo_name");
  await turn();
  try {
    return await encode(bytes);
  } catch {
    return refused("photo_broken");
  } finally {
    giveTurn();
  }
}

async function encode(bytes: Uint8Array): Promise<Outcome<Photo, PhotoRefusal>> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MAX_PIXELS) return refused("photo_pixels", { megapixels: MAX_PIXELS / 1_000_000 });
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return done({ bytes: data, width: info.width, height: info.height });
}

async function turn(): Promise<void> {
  if (running >= AT_ONCE) return await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

/** Hands the turn to the next in the queue, so that nobody who comes just now can take it in between. */
function giveTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}
