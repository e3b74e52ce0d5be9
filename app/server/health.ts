import type { ServerResponse } from "node:http";
import { databaseAnswers } from "~/platform/readiness.server";

/** Ready when the database answers; tells no version (S-62). */
export async function health(response: ServerResponse): Promise<void> {
  const ready = await databaseAnswers();
  response.writeHead(ready ? 200 : 503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ ready }));
}
