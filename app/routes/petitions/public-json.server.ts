/** Public figures: the same for everybody, and other sites may read them (S-51). */
export function publicJson(body: unknown, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body, null, 1), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "public, max-age=10",
      "Access-Control-Allow-Origin": "*",
      ...more,
    },
  });
}
