import type { ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import { database } from "~/platform/database.server";

/** Ready when the database answers; tells no version (S-62). */
export async function health(response: ServerResponse): Promise<void> {
  let ready = true;
  try {
    await database().execute(sql`select 1`);
  } catch {
    ready = false;
  }
  response.writeHead(ready ? 200 : 503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ ready }));
}
