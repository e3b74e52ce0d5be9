import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isId } from "~/shared/id";
import { readEnvironment } from "./env.server";

/** Where the photo of a generated name lies; nothing a visitor typed is ever part of a path (S-44). */
function pathOf(communityId: string, id: string): { folder: string; file: string } {
  if (!isId(communityId) || !isId(id)) throw new Error("A stored file is named by ids only.");
  const folder = join(readEnvironment().dataFolder, "uploads", communityId);
  return { folder, file: join(folder, `${id}.webp`) };
}

/** Stores a photo; a crash or a full disk leaves no half file under its name (F-12). */
export async function storePhoto(communityId: string, id: string, bytes: Uint8Array): Promise<void> {
  const { folder, file } = pathOf(communityId, id);
  await mkdir(folder, { recursive: true });
  const draft = `${file}.part`;
  try {
    await writeFile(draft, bytes, { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The bytes of a stored photo, or null when the file is gone. */
export async function readPhoto(communityId: string, id: string): Promise<Buffer | null> {
  try {
    return await readFile(pathOf(communityId, id).file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export async function removePhotoFile(communityId: string, id: string): Promise<void> {
  await rm(pathOf(communityId, id).file, { force: true });
}
