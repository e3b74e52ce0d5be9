import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";
export type Encoded = { body: Buffer; encoding: Encoding | null };

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const SMALL = 600;

function bestEncoding(accepted: string | string[] | undefined): Encoding | null {
  const list = String(accepted ?? "");
  if (/\bbr\b/.test(list)) return "br";
  return /\bgzip\b/.test(list) ? "gzip" : null;
}

/** `quality` is Brotli's, 0 to 11: 4 for an answer made once, more for one that is kept. */
function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === "gzip") return zip(body);
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

export async function encode(body: Buffer, accepted: string | string[] | undefined): Promise<Encoded> {
  const encoding = body.length < SMALL ? null : bestEncoding(accepted);
  return encoding ? { body: await compress(body, encoding, 4), encoding } : { body, encoding: null };
}

/** As `encode`, for a body that is kept: compressed once per encoding, remembered in `kept`. */
export async function encodeKept(
  body: Buffer,
  kept: Map<Encoding, Promise<Buffer>>,
  accepted: string | string[] | undefined,
  quality: number,
): Promise<Encoded> {
  const encoding = body.length < SMALL ? null : bestEncoding(accepted);
  if (!encoding) return { body, encoding: null };
  const known = kept.get(encoding) ?? compress(body, encoding, quality);
  kept.set(encoding, known);
  return { body: await known, encoding };
}
