import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { initiativeDraft } from "~db/schema/initiatives";
import { plantCall, plantDraft, plantInitiative } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { attachPhoto } from "./attach-photo.server";
import { findDraft } from "./draft-queries.server";
import { removeStaleDrafts } from "./remove-stale-drafts.server";

let folder: string;
let home: Community;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openward-drafts-"));
  vi.stubEnv("OPENWARD_DATA", folder);
  home = await plantCommunity("stale");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function leave(resume: string, days: number): Promise<void> {
  const draft = await findDraft(home, resume);
  await database()
    .update(initiativeDraft)
    .set({ updatedAt: sql`clock_timestamp() - make_interval(days => ${days})` })
    .where(and(eq(initiativeDraft.communityId, home.id), eq(initiativeDraft.id, draft?.id ?? "")));
}

it("S-60 drafts nobody has touched for 60 days go with their photos; younger ones and submitted ones stay", async () => {
  const call = await plantCall(home);
  const [old, young] = [await plantDraft(home, call), await plantDraft(home, call)];
  const sent = await plantInitiative(home, call);
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#456" } })
    .png()
    .toBuffer();
  for (const resume of [old, young])
    await attachPhoto(home, resume, { bytes, fileName: "a.png", description: "Фото" });
  await leave(old, 61);
  await leave(young, 59);
  await leave(sent.resume, 400);
  await removeStaleDrafts(await plantCommunity("stale-elsewhere"));
  expect(await findDraft(home, old)).not.toBeNull();
  await removeStaleDrafts(home);
  expect(await findDraft(home, old)).toBeNull();
  expect(await findDraft(home, young)).not.toBeNull();
  expect((await findDraft(home, sent.resume))?.submittedNumber).toBe(sent.number);
  expect(await readdir(join(folder, "uploads", home.id))).toHaveLength(1);
});
