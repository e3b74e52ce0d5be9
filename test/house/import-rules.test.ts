import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A file, what it imports, and the rule that must stop it; an empty rule means that it is welcome. */
const PROBES: [from: string, to: string, rule: string][] = [
  ["app/domain/tally/greedy.ts", "~/shared/paging", "1-tally"],
  ["app/domain/tally/draw.ts", "node:crypto", "1-tally"],
  ["app/domain/tally/shares.ts", "zod", "1-tally"],
  ["app/domain/tally/rule.ts", "./fraction", ""],
  ["app/domain/voting/ballot.ts", "~/platform/clock.server", "2-pure-domain"],
  ["app/domain/voting/box.ts", "./cast-ballot.server", "2-pure-domain"],
  ["app/domain/voting/order.ts", "drizzle-orm", "2-pure-domain"],
  ["app/domain/voting/seal.ts", "node:fs", "2-pure-domain-node"],
  ["app/domain/voting/choice-form.ts", "zod", ""],
  ["app/domain/voting/components/row.tsx", "../cast-ballot.server", "2-components"],
  ["app/routes/voting/tables.tsx", "~db/schema/voting", "3-db-only-from-server-files"],
  ["app/server/tables.ts", "~db/schema/voting", "3-start-only-seeds"],
  ["app/server/demo.ts", "~db/seed/demo.server", ""],
  ["app/jobs/tidy.server.ts", "~db/schema/voting", "3-no-queries-outside-the-domain"],
  ["app/domain/voting/ballot-queries.server.ts", "~db/schema/voting", ""],
  ["app/ui/back.tsx", "~/routes/home/start", "4-nothing-reaches-up"],
  ["app/domain/voting/later.server.ts", "~/jobs/worker.server", "4-nothing-reaches-up"],
  ["app/routes/voting/ballot.tsx", "../home/start", "5-pages-do-not-borrow"],
  ["app/routes/voting/check.tsx", "./choice-row", ""],
  ["app/ui/badge.tsx", "~/domain/voting/choice", "6-ui-knows-no-domain"],
  ["app/platform/mailer.server.ts", "~/domain/voting/choice", "6-leaves-know-no-domain"],
  ["app/i18n/stored.ts", "~/platform/clock.server", "6-i18n-does-no-io"],
  ["app/shared/money.ts", "zod", "6-shared-imports-nothing"],
  ["db/schema/results.ts", "~/domain/voting/cast-ballot.server", "7-schema-knows-only-words"],
  ["db/schema/audit.ts", "~/domain/voting/choice", ""],
  ["app/domain/audit/leaf.ts", "~/domain/identity/viewer", "8-area-tally"],
  ["app/domain/communities/zone.ts", "~/domain/identity/viewer", "8-area-communities"],
  ["app/domain/identity/seat.ts", "~/domain/voting/choice", "8-area-identity"],
  ["app/domain/petitions/mark.ts", "~/domain/voting/choice", "8-area-initiatives"],
  ["app/domain/prioritisation/mark.ts", "~/domain/results/figure", "8-area-prioritisation"],
  ["app/domain/prioritisation/round.ts", "~/domain/voting/choice", ""],
  ["app/domain/audit/event.ts", "~/domain/communities/community", ""],
  ["app/domain/results/chart.ts", "~/domain/voting/choice", ""],
  ["app/jobs/sessions.server.ts", "lucia", "9-lucia"],
  ["app/enhance/plot.ts", "chart.js", "9-chart"],
  ["app/domain/voting/raw-queries.server.ts", "postgres", "9-drivers"],
  ["app/server/fake.ts", "../../test/harness/fake", "10-no-test-code"],
  ["app/server/tool.ts", "vitest", "10-no-dev-packages"],
  ["e2e/voting/votes.spec.ts", "../../app/domain/voting/choice", "10-e2e"],
  ["e2e/voting/reads.spec.ts", "../../app/i18n/locales", ""],
  ["app/server/old.ts", "remix", "no-remix-marker"],
  ["app/server/gone.ts", "./nowhere", "not-to-unresolvable"],
  ["app/shared/first.ts", "./second", "no-circular"],
];

const OTHERS: Record<string, string> = {
  "app/domain/communities/community.ts": "export const word = 1;",
  "app/domain/identity/viewer.ts": "export const word = 1;",
  "app/domain/results/figure.ts": "export const word = 1;",
  "app/domain/tally/fraction.ts": "export const word = 1;",
  "app/domain/voting/cast-ballot.server.ts": "export const word = 1;",
  "app/domain/voting/choice.ts": "export const word = 1;",
  "app/i18n/locales.ts": "export const word = 1;",
  "app/jobs/worker.server.ts": "export const word = 1;",
  "app/platform/clock.server.ts": "export const word = 1;",
  "app/routes/home/start.tsx": "export const word = 1;",
  "app/routes/voting/choice-row.tsx": "export const word = 1;",
  "app/shared/paging.ts": "export const word = 1;",
  "app/shared/second.ts": 'import "./first";',
  "db/seed/demo.server.ts": "export const word = 1;",
  "db/schema/voting.ts": "export const word = 1;",
  "test/harness/fake.ts": "export const word = 1;",
  "tsconfig.json": '{ "compilerOptions": { "paths": { "~/*": ["./app/*"], "~db/*": ["./db/*"] } } }',
};

const PACKAGES = ["zod", "drizzle-orm", "postgres", "lucia", "chart.js", "remix"];

describe("import rules", () => {
  const house = mkdtempSync(join(tmpdir(), "house-"));
  const broken = new Map<string, string[]>();

  beforeAll(() => {
    build(house);
    for (const { from, rule } of cruise(house)) {
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
    }
  }, 60_000);
  afterAll(() => rmSync(house, { recursive: true }));

  it.each(PROBES.filter(([, , rule]) => rule))("%s may not import %s: %s", (from, _to, rule) => {
    expect(broken.get(from) ?? []).toContain(rule);
  });

  it.each(PROBES.filter(([, , rule]) => !rule))("%s may import %s", (from) => {
    expect(broken.get(from) ?? []).toEqual([]);
  });
});

function build(house: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  for (const [from, to] of PROBES) write(from, `import "${to}";`);
  for (const [path, text] of Object.entries(OTHERS)) write(path, text);
  for (const name of [...PACKAGES, "vitest"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = 1;");
  }
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, "1.0.0"]));
  write("package.json", JSON.stringify({ dependencies, devDependencies: { vitest: "1.0.0" } }));
}

type Violation = { from: string; rule: { name: string } };

/** The tool ends with the number of violations, so its answer is read from the error. */
function cruise(house: string): Violation[] {
  const tool = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = resolve("test/dependency-cruiser.cjs");
  const options = ["--config", config, "--output-type", "json", "app", "db", "e2e"];
  try {
    return read(execFileSync("node", [tool, ...options], { cwd: house, encoding: "utf8", maxBuffer: 1e8 }));
  } catch (error) {
    return read((error as { stdout: string }).stdout);
  }
}

function read(answer: string): Violation[] {
  return (JSON.parse(answer) as { summary: { violations: Violation[] } }).summary.violations;
}
