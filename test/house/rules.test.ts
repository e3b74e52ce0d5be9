import { describe, expect, it } from "vitest";
import { accessOf, accessProblems, routeIds } from "./access";
import { databaseTestProblems, habitProblems } from "./habits";
import { queryProblems } from "./queries";
import { sizeProblems, spreadProblems } from "./sizes";
import { parseSource } from "./source";
import { emptyNameProblems, strayTestProblems, topLevelProblems, vocabularyProblems } from "./vocabulary";

const lines = (count: number) => "const a = 1;\n".repeat(count);

describe("layout rules", () => {
  it("catches a stranger at the top level", () => {
    expect(topLevelProblems(["app", "vite.config.ts", "node_modules"])).toEqual([
      "vite.config.ts: does not belong to the top level",
    ]);
  });

  it.each([
    ["app/domain/parks/park.ts", "", /no area "parks"/],
    ["app/domain/voting/parts/ballot.ts", "", /no folders but components/],
    ["app/domain/voting/ballot.tsx", "", /React belongs to/],
    ["app/domain/voting/components/ballot.ts", "", /\.tsx files only/],
    ["app/domain/voting/cast-ballot.server.ts", "export function vote() {}", /one function, castBallot/],
    [
      "app/domain/voting/cast-ballot.server.ts",
      "export function castBallot() {}\nexport const limit = 3;",
      /exports castBallot, limit/,
    ],
  ])("catches %s", (path, text, problem) => {
    expect(vocabularyProblems(parseSource(path, text))).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    [
      "app/domain/voting/cast-ballot.server.ts",
      "export type Cast = 1;\nexport async function castBallot() {}",
    ],
    ["app/domain/voting/ballot-queries.server.ts", "export function a() {}\nexport function b() {}"],
    ["app/domain/voting/ballot.ts", "export const a = 1;"],
    ["app/domain/voting/components/ballot-row.tsx", "export function BallotRow() {}"],
  ])("accepts %s", (path, text) => {
    expect(vocabularyProblems(parseSource(path, text))).toEqual([]);
  });

  it("catches drawers and barrels", () => {
    expect(emptyNameProblems(["app/shared/utils.ts", "app/ui/index.ts", "app/ui/page.tsx"])).toHaveLength(2);
  });

  it("catches a test that stands alone", () => {
    const files = ["app/shared/id.ts", "app/shared/id.test.ts", "app/shared/money.test.ts"];
    expect(strayTestProblems(files)).toEqual(["app/shared/money.test.ts: no file beside it has its name"]);
  });

  it("catches a pure test that needs a database", () => {
    const test = 'import { database } from "~/platform/database.server";';
    expect(databaseTestProblems(parseSource("app/domain/voting/ballot.test.ts", test))).toHaveLength(1);
    expect(databaseTestProblems(parseSource("app/domain/voting/ballot.server.test.ts", test))).toEqual([]);
  });

  it("catches long files, routes and functions", () => {
    expect(sizeProblems(parseSource("app/shared/id.ts", lines(301)))).toHaveLength(1);
    expect(sizeProblems(parseSource("app/shared/id.ts", lines(300)))).toEqual([]);
    expect(sizeProblems(parseSource("app/routes/home.tsx", lines(201)))).toHaveLength(1);
    expect(sizeProblems(parseSource("app/shared/id.ts", `function f() {\n${lines(49)}}`))).toHaveLength(1);
    expect(sizeProblems(parseSource("app/shared/id.ts", `function f() {\n${lines(48)}}`))).toEqual([]);
  });

  it("catches a house of long files", () => {
    const houses = (count: number, size: number) =>
      Array.from({ length: count }, () => parseSource("app/shared/id.ts", lines(size)));
    expect(spreadProblems(houses(10, 61))).toHaveLength(1);
    expect(spreadProblems([...houses(8, 10), ...houses(2, 151)])).toHaveLength(1);
    expect(spreadProblems([...houses(9, 60), ...houses(1, 290)])).toEqual([]);
  });
});

describe("habit rules", () => {
  it.each([
    ["app/shared/id.ts", "// TODO later"],
    ["app/shared/id.ts", "// @ts-expect-error no types"],
    ["app/ui/tag.tsx", "<b style={{ color }} />"],
    ["app/ui/tag.tsx", "<b dangerouslySetInnerHTML={{ __html }} />"],
    ["app/domain/voting/ballot.ts", "const now = Date.now();"],
    ["app/routes/home.tsx", "const now = new Date();"],
    ["app/domain/voting/ballot.ts", "const seed = Math.random();"],
    ["app/domain/voting/ballot.ts", "process.env.SECRET"],
    ["app/ui/shell.tsx", '<script src="https://example.org/a.js">'],
  ])("catches in %s: %s", (path, text) => {
    expect(habitProblems(parseSource(path, text))).toHaveLength(1);
  });

  it.each([
    ["app/platform/clock.server.ts", "const now = new Date();"],
    ["app/domain/voting/ballot.ts", "const day = new Date(at);"],
    ["app/ui/raw-html.tsx", "<b dangerouslySetInnerHTML={{ __html }} />"],
    ["app/ui/shell.tsx", '<a href="https://example.org">'],
  ])("accepts in %s: %s", (path, text) => {
    expect(habitProblems(parseSource(path, text))).toEqual([]);
  });
});

describe("rules of statements", () => {
  const statement = (text: string) =>
    queryProblems(
      parseSource(
        "app/domain/voting/cast-ballot.server.ts",
        `import { ballot as paper } from "~db/schema/voting";\n${text}`,
      ),
    );

  it.each([
    ["tx.delete(paper)", /D-2/],
    ["tx.update(paper).set({ sealed })", /D-2/],
    ["tx.update(paper).set({ sealed }).where(undefined)", /D-2/],
    ["tx.select().from(paper).where(mine)", /D-4/],
    ["tx.insert(paper).values({ id }).returning()", /D-4/],
    ["database().query.paper.findMany()", /D-4/],
    ["sql.raw(order)", /D-1/],
    ["function sorted(way: string) { return sql.identifier(way); }", /D-1/],
    ["client.unsafe(text)", /D-1/],
    ["transaction(async (tx) => { await database().execute(x); })", /D-5/],
  ])("catches %s", (text, problem) => {
    expect(statement(text)).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    "tx.delete(paper).where(mine)",
    "tx.update(paper).set({ sealed }).where(mine).returning({ id: paper.id })",
    "tx.select({ id: paper.id }).from(paper).where(mine)",
    "tx.insert(paper).values({ id }).onConflictDoNothing()",
    'sql.raw("asc")',
    'function sorted(way: "asc" | "desc") { return sql.raw(way); }',
    "known.delete(key)",
    'createHash("sha256").update(text).digest()',
    "transaction(async (tx) => { await tx.execute(x); }); database().execute(y)",
  ])("accepts %s", (text) => {
    expect(statement(text)).toEqual([]);
  });
});

describe("rules of access", () => {
  const access = (text: string) => accessOf(parseSource("app/routes/home.tsx", text));

  it("reads who may call a route", () => {
    expect(
      access('export const loader = allow("anyone", load);\nexport const action = loader;').access,
    ).toEqual({
      loader: "anyone",
      action: "anyone",
    });
    expect(access('export const action = allow(["clerk", "moderator"], act);').access).toEqual({
      action: "clerk moderator",
    });
  });

  it.each([
    "export async function loader() {}",
    "export const loader = async () => null;",
    "export const action = allow(who, act);",
    "export const action = loader;",
  ])("catches %s", (text) => {
    expect(access(text).problems).toHaveLength(1);
  });

  it("reads the site map", () => {
    const siteMap = 'route("a", "routes/a.tsx", [index("routes/b/c.tsx")]), route("d", "routes/a.tsx")';
    expect(routeIds(siteMap)).toEqual(["root", "routes/a", "routes/b/c"]);
  });

  it("catches a route that is missing, gone or different", () => {
    const table = { gone: {}, same: { loader: "anyone" }, other: { loader: "anyone" } };
    const found = { unlisted: {}, same: { loader: "anyone" }, other: { loader: "person" } };
    expect(accessProblems(table, found)).toEqual([
      expect.stringMatching(/^unlisted is not in/),
      expect.stringMatching(/^gone is in .* but not/),
      expect.stringMatching(/^other: .*anyone.*person/),
    ]);
  });
});
