import ts from "typescript";
import { at, eachNode, isTest, type Source } from "./source";

type Rule = {
  /** Where the rule holds. */
  where: RegExp;
  except?: RegExp;
  pattern: RegExp;
  say: string;
};

const RULES: Rule[] = [
  { where: /./, pattern: /\b(TODO|FIXME|XXX|HACK)\b/, say: "finish it or leave it out" },
  { where: /./, pattern: /@ts-(ignore|expect-error|nocheck)|eslint-disable/, say: "no silenced checks" },
  { where: /\.tsx$/, pattern: /\sstyle=\{/, say: "the security policy blocks style attributes; use a class" },
  {
    where: /^app\//,
    except: /^app\/ui\/raw-html\.tsx$/,
    pattern: /dangerouslySetInnerHTML/,
    say: "S-33: raw HTML has one home, app/ui/raw-html.tsx",
  },
  {
    where: /^app\/(domain|routes|jobs|ui|i18n)\//,
    pattern: /\bDate\.now\(|\bnew Date\(\)/,
    say: "the time comes from platform/clock or from the database",
  },
  {
    where: /^app\/domain\/(?!notifications\/)/,
    pattern: /\bMath\.random\(/,
    say: "chance that decides anything comes from node:crypto",
  },
  {
    where: /^app\//,
    except: /^app\/(platform\/.+|server\/(main|dev)|cli\/main|i18n\/translate)\.ts$/,
    pattern: /\bprocess\.env\b/,
    say: "settings are read in platform/env",
  },
  {
    where: /^app\/(ui|routes|domain\/[^/]+\/components)\/|^app\/[^/]+\.tsx$/,
    pattern: /<(script|img|link|iframe|source|video)\b[^>]*\b(src|href)="(https?:)?\/\//,
    say: "S-52: pages load nothing from other hosts",
  },
];

/** Habits that a text pattern can see. */
export function habitProblems({ path, text }: Source): string[] {
  if (path.startsWith("test/house/") || isTest(path)) return [];
  return RULES.filter(({ where, except }) => where.test(path) && !except?.test(path)).flatMap(
    ({ pattern, say }) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${say}`] : [])),
  );
}

/** A pure test needs no database: whatever does is called `*.server.test.ts`. */
export function databaseTestProblems(source: Source): string[] {
  if (!isTest(source.path) || source.path.endsWith(".server.test.ts") || !source.path.startsWith("app/"))
    return [];
  return importsOf(source)
    .filter(({ target }) => /(^~db\/|\/harness\/|\/database\.server$)/.test(target))
    .map(({ node }) => `${at(source, node)}: a test with a database is called *.server.test.ts`);
}

export type Import = { target: string; node: ts.Node };

export function importsOf({ tree }: Source): Import[] {
  const found: Import[] = [];
  eachNode(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ target: node.moduleSpecifier.text, node });
    }
  });
  return found;
}
