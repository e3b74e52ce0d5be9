import ts from "typescript";
import { at, eachNode, isTest, type Source } from "./source";

const FILE = 300;
const ROUTE = 200;
const FUNCTION = 50;

export function sizeProblems(source: Source): string[] {
  const limit = source.path.startsWith("app/routes/") && !isTest(source.path) ? ROUTE : FILE;
  const lines = lineCount(source.text);
  const tooLong = lines > limit ? [`${source.path}: ${lines} lines, at most ${limit}`] : [];
  return isTest(source.path) ? tooLong : [...tooLong, ...functionProblems(source)];
}

function functionProblems(source: Source): string[] {
  const problems: string[] = [];
  eachNode(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || !node.body) return;
    const lines = lineCount(node.getText());
    if (lines > FUNCTION)
      problems.push(`${at(source, node)}: a function of ${lines} lines, at most ${FUNCTION}`);
  });
  return problems;
}

/** Most files are small: half of them within 60 lines, nine of ten within 150. */
export function spreadProblems(sources: Source[]): string[] {
  const sizes = sources.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
  const quantile = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;
  const problems = [];
  if (quantile(0.5) > 60)
    problems.push(`half of the files have more than ${quantile(0.5)} lines, 60 are allowed`);
  if (quantile(0.9) > 150)
    problems.push(`one file in ten has more than ${quantile(0.9)} lines, 150 are allowed`);
  return problems;
}

function lineCount(text: string): number {
  return text.trimEnd().split("\n").length;
}
