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

/** Quadratic at worst, on text that is short before the expression sees it. */
const BOUNDED: Record<string, string> = {
  "app/domain/identity/email.ts": "an address has at most 254 characters",
  "app/domain/identity/password.ts": "a password has at most 200 characters",
  "app/domain/tally/decimal.ts": "the digits of a number that was just printed",
  "app/domain/tally/fraction.ts": "the digits of a number that was just printed",
  "app/domain/voting/ballot.ts": "a sentence cut to the length of a summary",
  "app/platform/log.server.ts": "a message cut to 2,000 characters",
};

describe("regular expressions", () => {
  it("S-38 none takes more than linear time on hostile text, or more than quadratic on short text", () => {
    const slow = regularExpressions()
      .flatMap((found) => {
        const verdict = checkSync(found.pattern, found.flags, { timeout: 5_000 });
        return verdict.status === "vulnerable" ? [{ ...found, summary: verdict.complexity.summary }] : [];
      })
      .filter(({ where, summary }) => !(where in BOUNDED && summary.startsWith("2nd degree")))
      .map(({ where, pattern, summary }) => `${where}: /${pattern}/ ${summary}`);
    expect(slow).toEqual([]);
  }, 120_000);
});
