import ts from "typescript";
import { shapeOf } from "./catalogues";
import { at, eachNode, isTest, type Source } from "./source";

/** Texts of the sources that may be keys: whole literals, and templates as patterns. */
export type Mentions = { literals: Set<string>; patterns: RegExp[] };

/**
 * Every literal that equals a key counts as a use of it, wherever it stands, because keys also travel as data.
 * A template such as `voting.refusal.${reason}` uses every key that it can make.
 */
export function mentionsIn(sources: Source[], areas: string[]): Mentions {
  const mentions: Mentions = { literals: new Set(), patterns: [] };
  for (const { path, tree } of sources) {
    if (isTest(path)) continue;
    eachNode(tree, (node) => {
      if (ts.isStringLiteralLike(node)) mentions.literals.add(node.text);
      if (ts.isTemplateExpression(node) && areas.some((area) => node.head.text.startsWith(`${area}.`))) {
        const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
        mentions.patterns.push(new RegExp(`^${parts.map(escaped).join("[\\w-]+")}$`));
      }
    });
  }
  return mentions;
}

export function unusedKeys(keys: Iterable<string>, { literals, patterns }: Mentions): string[] {
  return [...keys].filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

/** Calls `t("key", { … })` whose values are not the placeholders of the message. */
export function valueProblems(source: Source, english: Map<string, string>): string[] {
  const problems: string[] = [];
  eachNode(source.tree, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "t") return;
    const [key, values] = node.arguments;
    if (!key || !ts.isStringLiteral(key) || (values && !ts.isObjectLiteralExpression(values))) return;
    const text = english.get(key.text);
    if (text === undefined) problems.push(`${at(source, node)}: there is no message ${key.text}`);
    else if (!values || plainNames(values)) problems.push(...differences(at(source, node), text, values));
  });
  return problems;
}

function differences(place: string, text: string, values: ts.ObjectLiteralExpression | undefined): string[] {
  const shape = shapeOf(text, "en");
  if (typeof shape === "string") return [];
  const wanted = shape.names.filter((name) => !name.startsWith("<")).map((name) => name.split(" ")[0] ?? "");
  const given = values ? (plainNames(values) ?? []) : [];
  const missing = wanted.filter((name) => !given.includes(name));
  const extra = given.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) => `${place}: the message needs {${name}}`),
    ...extra.map((name) => `${place}: the message has no {${name}}`),
  ];
}

/** Names of the properties, or nothing when a spread hides some. */
function plainNames(values: ts.ObjectLiteralExpression): string[] | undefined {
  if (values.properties.some(ts.isSpreadAssignment)) return undefined;
  return values.properties.map(({ name }) => name?.getText() ?? "");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
