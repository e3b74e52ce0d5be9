import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import least from "./minimum-versions.json";

type Lock = { packages: Record<string, { version?: string; dev?: boolean }> };
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const read = <Content>(path: string) => JSON.parse(readFileSync(path, "utf8")) as Content;

/** Every installed copy of a package below its minimum, from the lock file: no outside service is asked. */
function tooOld(lock: Lock, table: Record<string, { least: string }>): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version = "0" }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const minimum = table[name]?.least;
    return minimum && isBelow(version, minimum) ? [`${path} ${version} is below ${minimum}`] : [];
  });
}

function isBelow(version: string, minimum: string): boolean {
  const parts = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [own, wanted] = [parts(version), parts(minimum)];
  const index = wanted.findIndex((part, at) => part !== own[at]);
  return index >= 0 && (own[index] ?? 0) < (wanted[index] ?? 0);
}

describe("versions", () => {
  it("S-61 no installed copy of a package is older than its minimum", () => {
    expect(tooOld(read<Lock>("package-lock.json"), least)).toEqual([]);
  });

  it("S-61 every package of the table is installed", () => {
    const { packages } = read<Lock>("package-lock.json");
    expect(Object.keys(least).filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
  });

  it("S-61 an old copy deep in the tree is found", () => {
    const lock = {
      packages: {
        "": { version: "0.0.1" },
        "node_modules/a": { version: "1.10.0" },
        "node_modules/b/node_modules/a": { version: "1.9.9" },
        "node_modules/@c/a": { version: "0.1.0" },
        "node_modules/d": { version: "2.0.0-beta.1" },
      },
    };
    expect(tooOld(lock, { a: { least: "1.10.0" }, d: { least: "2.0.0" } })).toEqual([
      "node_modules/b/node_modules/a 1.9.9 is below 1.10.0",
    ]);
  });

  it("are pinned exactly", () => {
    const { dependencies, devDependencies } = read<Manifest>("package.json");
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
