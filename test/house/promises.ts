import ts from "typescript";
import { eachNode, isTest, type Source } from "./source";

const NUMBERS = /^(?:[A-Z]{1,2}-\d+[,:]? ?)+/;

/** Numbers of promises at the beginning of the titles of tests, `it("S-12 stores …")`. */
export function promisesKept(sources: Source[]): Set<string> {
  const kept = new Set<string>();
  for (const { path, tree } of sources) {
    if (!isTest(path)) continue;
    eachNode(tree, (node) => {
      if (!ts.isCallExpression(node) || !/^(it|test)\b/.test(node.expression.getText())) return;
      const [title] = node.arguments;
      if (!title || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return;
      for (const number of numbersOf(title.getText().slice(1))) kept.add(number);
    });
  }
  return kept;
}

function numbersOf(title: string): string[] {
  return (NUMBERS.exec(title)?.[0] ?? "").match(/[A-Z]+-\d+/g) ?? [];
}
