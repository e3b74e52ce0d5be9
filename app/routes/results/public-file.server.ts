import type { CsvStyle } from "~/domain/results/csv.server";

/** A file that is the same for everybody and may be kept for a minute. */
export function publicFile(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  more: Record<string, string> = {},
): Response {
  return new Response(body, {
    headers: { "Content-Type": type, "Cache-Control": "public, max-age=60", ...more },
  });
}

export function csvAnswer(body: string, name: string): Response {
  return publicFile(body, "text/csv; charset=utf-8; header=present", attachment(name));
}

/** RFC 6266: the plain name for old readers, the encoded one for all letters (S-44). */
export function attachment(name: string): Record<string, string> {
  const plain = name.replace(/[^\w.-]+/g, "_");
  return {
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}

export function readStyle(url: URL): CsvStyle {
  return url.searchParams.get("for") === "excel" ? "excel" : "plain";
}
