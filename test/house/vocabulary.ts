import mechanisms from "./mechanisms.json";
import { exportsOf, isTest, type Source } from "./source";

const TOP_LEVEL = new Set([
  ".ci",
  ".git",
  ".gitignore",
  ".npmrc",
  "LICENSE",
  "README.md",
  "app",
  "db",
  "e2e",
  "package-lock.json",
  "package.json",
  "remix.config.js",
  "test",
  "tsconfig.json",
]);

const LEFTOVERS = new Set(["node_modules", "build", ".data", ".cache", "test-results", "playwright-report"]);

const AREAS = new Set([
  "appeals",
  "audit",
  "bodies",
  "communities",
  "consultations",
  "identity",
  "initiatives",
  "meetings",
  "notifications",
  "petitions",
  "prioritisation",
  "results",
  "tally",
  "voting",
]);

/** The top level stays as the owner drew it; other tools' files live inside db, e2e and test. */
export function topLevelProblems(names: string[]): string[] {
  return names
    .filter((name) => !TOP_LEVEL.has(name) && !LEFTOVERS.has(name))
    .map((name) => `${name}: does not belong to the top level`);
}

/** What a file of `app/domain/<area>/` may be called and hold, by its suffix. */
export function vocabularyProblems(source: Source): string[] {
  const parts = source.path.split("/");
  if (!source.path.startsWith("app/domain/")) return [];
  const [, , area = "", ...rest] = parts;
  if (!AREAS.has(area)) return [`${source.path}: there is no area "${area}"`];
  const name = rest.at(-1) ?? "";
  if (rest.length === 2 && rest[0] === "components") {
    return name.endsWith(".tsx") ? [] : [`${source.path}: components hold .tsx files only`];
  }
  if (rest.length > 1) return [`${source.path}: an area has no folders but components`];
  if (name.endsWith(".tsx")) return [`${source.path}: React belongs to ${area}/components`];
  if (isTest(source.path) || !name.endsWith(".server.ts")) return [];
  return changeProblems(source, name);
}

function changeProblems(source: Source, name: string): string[] {
  if (name.endsWith("-queries.server.ts") || source.path in mechanisms) return [];
  const wanted = camelCase(name.slice(0, -".server.ts".length));
  const exported = exportsOf(source).filter(({ kind }) => kind !== "type");
  if (exported.length === 1 && exported[0]?.name === wanted && exported[0].kind === "function") return [];
  const found = exported.map((each) => each.name).join(", ") || "nothing";
  return [`${source.path}: a change exports one function, ${wanted}; this exports ${found}`];
}

/** Names that say nothing about what is inside. */
export function emptyNameProblems(paths: string[]): string[] {
  return paths
    .filter((path) => /(^|\/)(utils?|helpers?|common|misc|lib|index|types)\.tsx?$/.test(path))
    .map((path) => `${path}: name the file for what it holds; barrels and drawers are forbidden`);
}

/** A test stands beside the file it tests and begins with its name. */
export function strayTestProblems(paths: string[]): string[] {
  const known = new Set(paths);
  const folder = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const stem = (path: string) => path.replace(/(\.server)?(\.test)?\.tsx?$/, "");
  const subjects = paths.filter((path) => !isTest(path) && /\.tsx?$/.test(path)).map(stem);
  return [...known]
    .filter((path) => isTest(path) && /^(app|db)\//.test(path))
    .filter((path) => !subjects.some((each) => folder(each) === folder(path) && stem(path).startsWith(each)))
    .map((path) => `${path}: no file beside it has its name`);
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
