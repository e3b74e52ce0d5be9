import { checkSync } from "recheck";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isTest, readSources } from "./house/source";

type Found = { where: string; pattern: string; flags: string };

/** Every regular expression of the product, as the compiler sees it. */
function regularExpressions(): Found[] {
  const found: Found[] = [];
  for (const { path, tree } of readSources("app", "db").filter((source) => !isTest(source.path))) {
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        found.push({ where: path, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return found;
}

describe("regular expressions", () => {
  it("S-38 none takes more than linear time on hostile text", () => {
    const slow = regularExpressions()
      .map((found) => ({ ...found, verdict: checkSync(found.pattern, found.flags, { timeout: 5_000 }) }))
      .filter(({ verdict }) => verdict.status === "vulnerable")
      .map(({ where, pattern, verdict }) => `${where}: /${pattern}/ ${verdict.complexity?.summary ?? ""}`);
    expect(slow).toEqual([]);
  }, 120_000);
});
