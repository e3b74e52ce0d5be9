import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export type GuardVerdict = "pass" | "foreign" | "no_such_kind";

/**
 * First half of the request-forgery guard (C-1, C-2): before anything is read. Single-fetch and `_data`
 * requests are never made by our pages and get 404, whatever their method.
 */
export function guardOrigin(method: string, url: URL, headers: IncomingHttpHeaders): GuardVerdict {
  if (url.searchParams.has("_data") || url.searchParams.has("_routes") || url.pathname.endsWith(".data")) {
    return "no_such_kind";
  }
  if (method === "GET" || method === "HEAD") return "pass";
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return "foreign";
  return headers.origin === url.origin ? "pass" : "foreign";
}

/** What every form of this session or visit must know; never shown as it is. */
export function formProof(secret: string, communityId: string, bearer: string): Buffer {
  return createHmac("sha256", secret).update(`form\0${communityId}\0${bearer}`).digest();
}

/** The hidden value of a form: the proof under a fresh pad, so compressed pages never repeat it (BREACH). */
export function maskProof(proof: Buffer): string {
  const pad = randomBytes(proof.length);
  return Buffer.concat([pad, exclusiveOr(pad, proof)]).toString("base64url");
}

/** Second half of the guard: the form carries the proof of this session or visit. */
export function tokenMatches(proof: Buffer, given: string | undefined): boolean {
  const bytes = Buffer.from(given ?? "", "base64url");
  if (bytes.length !== proof.length * 2) return false;
  const pad = bytes.subarray(0, proof.length);
  return timingSafeEqual(exclusiveOr(pad, bytes.subarray(proof.length)), proof);
}

function exclusiveOr(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}
