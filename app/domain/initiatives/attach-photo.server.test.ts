import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Community } from "~/domain/communities/community";
import { newId } from "~/shared/id";
import { guest, plantCall, plantDraft, plantInitiative, takeStep } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { loader as draftPhoto } from "../../routes/initiatives/draft-photo-file";
import { loader as publicPhoto } from "../../routes/initiatives/photo";
import { attachPhoto } from "./attach-photo.server";
import { findDraft, listDraftPhotos } from "./draft-queries.server";
import { removePhoto } from "./remove-photo.server";
import { submitDraft } from "./submit-draft.server";

let folder: string;
let home: Community;
let other: Community;
let call: string;
let jpeg: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openward-photos-"));
  vi.stubEnv("OPENWARD_DATA", folder);
  home = await plantCommunity("photos");
  other = await plantCommunity("photos-elsewhere");
  call = await plantCall(home);
  jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#357" } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const photo = (fileName = "IMG_1.jpg") => ({ bytes: jpeg, fileName, description: "Зламана лавка" });
const attach = (resume: string, fileName?: string) => attachPhoto(home, resume, photo(fileName));
const attached = async (resume: string) => {
  const outcome = await attach(resume);
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
};
const photosOf = async (resume: string) => listDraftPhotos(home, (await findDraft(home, resume))?.id ?? "");
const files = async () => (await readdir(join(folder, "uploads", home.id)).catch(() => [])).sort();
const askDraft = (resume: string, id: string, community = home) =>
  visit(draftPhoto, community, { path: `/uk/drafts/${resume}/photos/${id}`, params: { resume, photo: id } });
const askPublic = (id: string, community = home) =>
  visit(publicPhoto, community, { path: `/photos/${id}`, params: { photo: id } });
const submit = (resume: string) =>
  submitDraft(home, { resume, viewer: guest, language: "uk", origin: "http://localhost:3000" });

describe("photos of a draft", () => {
  it("S-44 lie under generated names, whatever the file was called", async () => {
    const resume = await plantDraft(home, call);
    for (const name of [
      "../../../etc/passwd.jpg",
      "..\\..\\evil.jpg",
      "a\0b.jpg",
      "<script>.jpg",
      `${"x".repeat(500)}.jpg`,
    ]) {
      expect((await attach(resume, name)).done).toBe(true);
    }
    const rows = await photosOf(resume);
    const stored = await files();
    for (const { id } of rows) expect(stored).toContain(`${id}.webp`);
    expect(stored.every((name) => /^[0-9a-f-]{36}\.webp$/.test(name))).toBe(true);
  });

  it("S-41 are five at most, also when eight arrive at once; no file of a refused one stays", async () => {
    const resume = await plantDraft(home, call);
    const before = (await files()).length;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => attach(resume)));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(5);
    expect(outcomes.filter((outcome) => !outcome.done && outcome.reason === "too_many_photos")).toHaveLength(
      3,
    );
    expect(await photosOf(resume)).toHaveLength(5);
    expect((await files()).length - before).toBe(5);
  });

  it("go with their file when the author takes them out", async () => {
    const resume = await plantDraft(home, call);
    const id = await attached(resume);
    expect(await removePhoto(home, resume, id)).toEqual({ done: true, value: undefined });
    expect(await photosOf(resume)).toEqual([]);
    expect(await files()).not.toContain(`${id}.webp`);
    expect((await removePhoto(home, resume, id)).done).toBe(true);
    expect((await removePhoto(home, resume, "'; --")).done).toBe(true);
  });

  it("S-2 can be taken out by the holder of their own draft only", async () => {
    const [mine, theirs] = [await plantDraft(home, call), await plantDraft(home, call)];
    const id = await attached(theirs);
    await removePhoto(home, mine, id);
    expect(await photosOf(theirs)).toHaveLength(1);
    expect(await removePhoto(other, theirs, id)).toMatchObject({ reason: "no_such_draft" });
  });

  it("are neither added nor removed after submission", async () => {
    const resume = await plantDraft(home, call);
    const id = await attached(resume);
    await submit(resume);
    expect(await attach(resume)).toMatchObject({ reason: "already_submitted" });
    expect(await removePhoto(home, resume, id)).toMatchObject({ reason: "already_submitted" });
  });
});

describe("who sees a photo", () => {
  it("S-45 before submission only the holder of the draft, and no copy is kept on the way", async () => {
    const [resume, stranger] = [await plantDraft(home, call), await plantDraft(home, call)];
    const id = await attached(resume);
    const shown = await askDraft(resume, id);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("Cache-Control")).toBe("no-store");
    expect(shown.headers.get("Content-Type")).toBe("image/webp");
    const bytes = Buffer.from((await shown.response?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect((await sharp(bytes).metadata()).format).toBe("webp");
    expect((await askPublic(id)).status).toBe(404);
    expect((await askDraft(stranger, id)).status).toBe(404);
    expect((await askDraft(resume, newId())).status).toBe(404);
    expect((await askDraft(resume, "../secret")).status).toBe(404);
  });

  it("S-45 after submission everybody, until the text is refused as unlawful", async () => {
    const resume = await plantDraft(home, call);
    const id = await attached(resume);
    const outcome = await submit(resume);
    if (!outcome.done) throw new Error(outcome.reason);
    const shown = await askPublic(id);
    expect([shown.status, shown.headers.get("Cache-Control")]).toEqual([200, "public, max-age=300"]);
    const { findInitiative } = await import("./initiative-queries.server");
    const found = await findInitiative(home, outcome.value.number);
    await takeStep(home, found?.id ?? "", "refuse", { reason: "unlawful_text" });
    expect((await askPublic(id)).status).toBe(404);
  });

  it("S-5 nobody by the address of another community", async () => {
    const { resume } = await plantInitiative(home, call);
    const draft = await plantDraft(home, call);
    const id = await attached(draft);
    expect((await askDraft(draft, id, other)).status).toBe(404);
    await submit(draft);
    expect((await askPublic(id, other)).status).toBe(404);
    expect((await askDraft(resume, id)).status).toBe(404);
  });
});
